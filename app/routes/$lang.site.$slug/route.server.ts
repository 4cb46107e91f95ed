import type { LoaderFunctionArgs } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { siteHome } from "~/server/queries/site/site-pages";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const home = await siteHome(context.app, params.slug ?? "");
  if (!home.ok) return refusedPage(home.refusal, request, locale);
  const { title, question, authorityName, commitment, legalNotice, privacy, sessions, ...rest } = home.value;
  return {
    ...rest,
    title: inLocale(title, locale),
    question: inLocale(question, locale),
    authorityName: inLocale(authorityName, locale),
    commitment: inLocale(commitment, locale),
    legalNotice: inLocale(legalNotice, locale),
    privacy: inLocale(privacy, locale),
    sessions: sessions.map((session) => ({ ...session, title: inLocale(session.title, locale) })),
  };
}
