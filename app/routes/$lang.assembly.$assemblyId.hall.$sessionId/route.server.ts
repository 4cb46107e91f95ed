import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { runLiveCommand } from "~/server/commands/live/run-live-command";
import { readAddress } from "~/server/http/read-address";
import { pathOf, refusedForm, refusedPage } from "~/server/http/reply";
import { liveSession } from "~/server/queries/live/live-session";
import { sessionOfPage } from "~/server/queries/live/session-of-page";
import { calendar } from "~/server/queries/prepare/calendar";
import { readHallForm } from "./form";

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

/** For pages without JavaScript: the commands that the live connection carries otherwise. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readHallForm(form);
  if (!read.ok) return refusedForm(form, read.refusal);
  const { command } = read;
  const asked = command.input.sessionId;
  const here = await sessionOfPage(context.app, { ...readAddress(params, "assemblyId", "sessionId"), asked });
  if (!here.ok) return refusedForm(form, here.refusal);
  const done = await runLiveCommand(context, command.commandId, command);
  return done.ok ? redirect(pathOf(request)) : refusedForm(form, done.refusal);
}
