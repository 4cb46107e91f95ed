import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId, SessionId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { tableNotes } from "~/server/queries/live/table-notes";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const assemblyId = (params.assemblyId ?? "") as AssemblyId;
  const sessionId = (params.sessionId ?? "") as SessionId;
  const read = await tableNotes(context, { assemblyId, sessionId });
  return read.ok ? { sessionId, ...read.value } : refusedPage(read.refusal, request, findLocale(request));
}
