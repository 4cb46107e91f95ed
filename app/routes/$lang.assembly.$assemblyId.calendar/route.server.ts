import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";
import { calendar } from "~/server/queries/prepare/calendar";
import { carryOutOrder } from "./carry-out.server";
import { calendarForm } from "./form";

export type { CalendarPhase, CalendarSession } from "~/server/queries/prepare/calendar";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await calendar(context, readAddress(params, "assemblyId"));
  return found.ok ? found.value : refusedPage(found.refusal, request, findLocale(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const frame = await assemblyFrame(context, readAddress(params, "assemblyId"));
  const form = await request.formData();
  if (!frame.ok) return refusedForm(form, frame.refusal);
  const read = readForm(calendarForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const done = await carryOutOrder(context, frame.value, read.value);
  if (!done.ok) return refusedForm(form, done.refusal);
  const { intent } = read.value;
  const session = "sessionId" in read.value && intent !== "session-remove" ? `&session=${read.value.sessionId}` : "";
  const word = intent.endsWith("-remove") ? "removed" : "saved";
  return redirect(`/${findLocale(request)}/assembly/${frame.value.id}/calendar?done=${word}${session}`);
}
