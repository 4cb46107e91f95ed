import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { liveAction } from "~/app/components/live/live-action.server";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { liveSession } from "~/server/queries/live/live-session";
import { assemblySettings } from "~/server/queries/prepare/assembly-settings";

/** Groups of this size where the assembly's own is not known to the person (they may not edit it). */
const USUAL_GROUP_SIZE = 7;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const { assemblyId, sessionId } = readAddress(params, "assemblyId", "sessionId");
  const found = await liveSession(context, sessionId);
  if (!found.ok) return refusedPage(found.refusal, request, locale);
  const { me, session } = found.value;
  if (session.assemblyId !== assemblyId) return refusedPage({ code: "not-found" }, request, locale);
  // Members and facilitators are in the hall: the console is for those who run the session, or watch over it.
  if (!me.may.run && !me.may.place && !me.may.seeEveryGroup) {
    throw redirect(`/${locale}/assembly/${assemblyId}/hall/${session.sessionId}`);
  }
  const settings = await assemblySettings(context, { assemblyId });
  const groupSize = settings.ok ? settings.value.settings.groupSize : USUAL_GROUP_SIZE;
  return { snapshot: found.value, groupSize };
}

export const action = liveAction;
