import type { LoaderFunctionArgs } from "@remix-run/node";
import { liveAction } from "~/app/components/live/live-action.server";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { liveSession } from "~/server/queries/live/live-session";
import { calendar } from "~/server/queries/prepare/calendar";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const { assemblyId, sessionId } = readAddress(params, "assemblyId", "sessionId");
  const found = await liveSession(context, sessionId);
  if (!found.ok) return refusedPage(found.refusal, request, locale);
  if (found.value.session.assemblyId !== assemblyId) return refusedPage({ code: "not-found" }, request, locale);
  const dates = await calendar(context, { assemblyId });
  if (!dates.ok) return refusedPage(dates.refusal, request, locale);
  const { sessions } = dates.value;
  const at = sessions.findIndex(({ id }) => id === sessionId);
  const [date, next] = [sessions[at], sessions.slice(at + 1).find(({ state }) => state !== "closed")];
  if (!date) return refusedPage({ code: "not-found" }, request, locale);
  return { snapshot: found.value, date: dateOf(date), next: next ? dateOf(next) : null };
}

interface Dated {
  readonly startsAtMs: number;
  readonly place: "online" | "room" | "both";
  readonly address: string;
}

const dateOf = ({ startsAtMs, place, address }: Dated): Dated => ({ startsAtMs, place, address });

export const action = liveAction;
