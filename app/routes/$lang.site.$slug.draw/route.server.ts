import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { siteDraw } from "~/server/queries/site/site-pages";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const drawn = await siteDraw(context.app, params.slug ?? "");
  return drawn.ok ? drawn.value : refusedPage(drawn.refusal, request, findLocale(request));
}
