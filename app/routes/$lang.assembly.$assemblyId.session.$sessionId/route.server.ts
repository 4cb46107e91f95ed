import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { runLiveCommand } from "~/server/commands/live/run-live-command";
import { readAddress } from "~/server/http/read-address";
import { pathOf, refusedForm, refusedPage } from "~/server/http/reply";
import { liveSession } from "~/server/queries/live/live-session";
import { sessionOfPage } from "~/server/queries/live/session-of-page";
import { assemblySettings } from "~/server/queries/prepare/assembly-settings";
import { readConsoleForm } from "./form";

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

/** For pages without JavaScript: the commands that the live connection carries otherwise. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readConsoleForm(form);
  if (!read.ok) return refusedForm(form, read.refusal);
  const { command } = read;
  const asked = command.input.sessionId;
  const here = await sessionOfPage(context.app, { ...readAddress(params, "assemblyId", "sessionId"), asked });
  if (!here.ok) return refusedForm(form, here.refusal);
  const done = await runLiveCommand(context, command.commandId, command);
  return done.ok ? redirect(pathOf(request)) : refusedForm(form, done.refusal);
}
