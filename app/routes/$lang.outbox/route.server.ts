import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { holdsOutboxKey, isOutboxKey, outboxCookie } from "~/server/auth/outbox-key";
import { pathOf, refusedPage } from "~/server/http/reply";
import { outbox } from "~/server/queries/auth/outbox";

/** Which requests reach this page at all is decided before (`isFromThisMachine`); here the key of the printed address is asked for. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const kept = await outbox(context);
  if (!kept.ok) return refusedPage(kept.refusal, request, findLocale(request));
  const key = new URL(request.url).searchParams.get("key");
  if (key !== null && isOutboxKey(key, context.app)) {
    context.setCookie(outboxCookie(context.app));
    return redirect(pathOf(request).replace(/\?.*$/, ""));
  }
  if (!holdsOutboxKey(request.headers.get("Cookie"), context.app)) {
    throw data({ refusal: { code: "outbox-key-needed" } }, { status: 404 });
  }
  return kept.value;
}
