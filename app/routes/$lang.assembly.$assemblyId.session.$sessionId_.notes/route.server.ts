import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { putBackNotes } from "~/server/commands/live/put-back-notes";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { tableNotes } from "~/server/queries/live/table-notes";
import { putBackForm } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { assemblyId, sessionId } = readAddress(params, "assemblyId", "sessionId");
  const read = await tableNotes(context, { assemblyId, sessionId });
  return read.ok ? { sessionId, ...read.value } : refusedPage(read.refusal, request, findLocale(request));
}

/** Puts a part back that was taken out: asked by this page, and by the table itself. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(putBackForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const done = await putBackNotes(context, read.value);
  if (!done.ok) return refusedForm(form, done.refusal);
  return null;
}
