import type { LoaderFunctionArgs } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { qrCode } from "~/server/auth/qr-code";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { memberCards } from "~/server/queries/team/member-cards";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const only = new URL(request.url).searchParams.getAll("only");
  const found = await memberCards(context, {
    ...readAddress(params, "assemblyId"),
    locale,
    only: only.length > 0 ? only : null,
  });
  if (!found.ok) return refusedPage(found.refusal, request, locale);
  const { assemblyTitle, cards, ...rest } = found.value;
  return {
    ...rest,
    title: inLocale(assemblyTitle, locale),
    cards: cards.map(({ link, ...card }) => ({ ...card, qr: qrCode(link) })),
  };
}
