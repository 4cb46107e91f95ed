import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { siteBooklet } from "~/server/queries/site/site-booklet";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const booklet = await siteBooklet(context.app, params.slug ?? "");
  if (!booklet.ok) return refusedPage(booklet.refusal, request, findLocale(request));
  return { recommendations: booklet.value };
}
