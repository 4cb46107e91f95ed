import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { askedOnLoopback } from "~/server/auth/loopback";
import { refusedPage } from "~/server/http/reply";
import { outbox } from "~/server/queries/auth/outbox";

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (!askedOnLoopback(request, context.app.config.baseUrl)) throw data(null, { status: 404 });
  const kept = await outbox(context);
  return kept.ok ? kept.value : refusedPage(kept.refusal, request, findLocale(request));
}
