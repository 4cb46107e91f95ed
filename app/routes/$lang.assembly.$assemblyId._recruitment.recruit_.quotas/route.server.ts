import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { teamStream } from "~/app/domain/assembly/streams";
import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { mostTableBytes } from "~/app/domain/kernel/read-table";
import { readQuotas } from "~/app/domain/recruitment/read-quotas";
import { findLocale } from "~/app/i18n/find-locale";
import { editQuotas } from "~/server/commands/recruit/edit-quotas";
import { readAddress } from "~/server/http/read-address";
import { readForm, typedValues } from "~/server/http/read-form";
import { readTable } from "~/server/http/read-table";
import { readUpload, uploadedFile } from "~/server/http/read-upload";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { quotasPage } from "~/server/queries/recruit/quotas-page";
import { besideLine, quotasForm, quotasOf, readLines } from "./form";
import { suggestLines } from "./suggest";

type Args = ActionFunctionArgs;
const savedAt = (request: Request, assemblyId: AssemblyId): string =>
  `/${findLocale(request)}/assembly/${assemblyId}/recruit/quotas?done=saved`;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const heard = await versionsBefore(context.app, [teamStream(assemblyId)]);
  const page = await quotasPage(context, { assemblyId });
  return page.ok ? { ...page.value, heard } : refusedPage(page.refusal, request, findLocale(request));
}

export async function action(args: Args) {
  const { context, params, request } = args;
  const page = await quotasPage(context, readAddress(params, "assemblyId"));
  if (!page.ok) return refusedPage(page.refusal, request, findLocale(request));
  const upload = await readUpload(request, { mostBytes: mostTableBytes, field: "file" });
  if (!upload.ok) return data({ values: { intent: "file" }, refusals: [upload.refusal] }, { status: 413 });
  const form = upload.value;
  const read = readForm(quotasForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, intent, seen, margin, propose } = read.value;
  if (intent === "file") return takeFile(args, form, { commandId, seen });
  const lines = readLines(read.value);
  if (propose !== undefined) {
    const proposal = suggestLines(lines, typedValues(form), { seats: page.value.seats, margin });
    return data(proposal, { status: proposal.suggested ? 200 : 422 });
  }
  const { quotas, lineOf, refusals } = quotasOf(lines);
  if (refusals.length > 0) return refusedForm(form, ...refusals);
  const { assemblyId } = readAddress(params, "assemblyId");
  const saved = await editQuotas(context, commandId, { assemblyId, quotas, seen });
  if (!saved.ok) return refusedForm(form, saved.refusal);
  if ("refusals" in saved.value) {
    return refusedForm(form, ...saved.value.refusals.map((refusal) => besideLine(refusal, lineOf)));
  }
  return redirect(savedAt(request, assemblyId));
}

interface FileOrder {
  readonly commandId: CommandId;
  readonly seen: string;
}

async function takeFile({ context, params, request }: Args, form: FormData, { commandId, seen }: FileOrder) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const file = await uploadedFile(form, "file");
  if (!file) return refusedForm(form, { code: "file-required", field: "file" });
  const table = await readTable(file.bytes, "file");
  if (!table.ok) return refusedForm(form, table.refusal);
  const { quotas, problems } = readQuotas(table.value);
  if (problems.length > 0) {
    return data({ values: typedValues(form), refusals: [], problems: problems.slice(0, 100) }, { status: 422 });
  }
  const saved = await editQuotas(context, commandId, { assemblyId, quotas, seen });
  if (!saved.ok) return refusedForm(form, saved.refusal);
  if ("refusals" in saved.value) {
    return refusedForm(form, ...saved.value.refusals.map((refusal) => ({ ...refusal, field: "file" })));
  }
  return redirect(savedAt(request, assemblyId));
}
