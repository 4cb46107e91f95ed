import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId, DocumentId, SessionId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { putBackNotes } from "~/server/commands/live/put-back-notes";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { tableNotes } from "~/server/queries/live/table-notes";
import { putBackForm } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const assemblyId = (params.assemblyId ?? "") as AssemblyId;
  const sessionId = (params.sessionId ?? "") as SessionId;
  const read = await tableNotes(context, { assemblyId, sessionId });
  return read.ok ? { sessionId, ...read.value } : refusedPage(read.refusal, request, findLocale(request));
}

/** Puts a part back that was taken out: asked by this page, and by the table itself. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(putBackForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const documentId = read.value.documentId as DocumentId;
  const done = await putBackNotes(context, { documentId, removalId: read.value.removalId });
  if (!done.ok) return refusedForm(form, done.refusal);
  return null;
}
