import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { teamStream } from "~/app/domain/assembly/streams";
import { mostTableBytes } from "~/app/domain/kernel/read-table";
import type { FormReply } from "~/app/domain/kernel/reply";
import { findLocale } from "~/app/i18n/find-locale";
import { discardUpload } from "~/server/commands/recruit/discard-upload";
import { uploadPool } from "~/server/commands/recruit/upload-pool";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { readTable } from "~/server/http/read-table";
import { readUpload, uploadedFile } from "~/server/http/read-upload";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { poolPage } from "~/server/queries/recruit/pool-page";
import { poolForm } from "./form";

export type { PoolPage } from "~/server/queries/recruit/pool-page";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const heard = await versionsBefore(context.app, [teamStream(assemblyId)]);
  const page = await poolPage(context, { assemblyId });
  return page.ok ? { ...page.value, heard } : refusedPage(page.refusal, request, findLocale(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const here = `/${findLocale(request)}/assembly/${assemblyId}/recruit`;
  // Who may not import is told so before a large file is taken in.
  const page = await poolPage(context, { assemblyId });
  if (!page.ok) return refusedPage(page.refusal, request, findLocale(request));
  const upload = await readUpload(request, { mostBytes: mostTableBytes, field: "file" });
  if (!upload.ok) {
    const reply: FormReply = { refusals: [upload.refusal], values: { intent: "upload" } };
    return data(reply, { status: 413 });
  }
  const form = upload.value;
  const read = readForm(poolForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, intent, seen } = read.value;
  if (intent === "discard") {
    const discarded = await discardUpload(context, commandId, { assemblyId, seen });
    return discarded.ok ? redirect(here) : refusedForm(form, discarded.refusal);
  }
  const file = await uploadedFile(form, "file");
  if (!file) return refusedForm(form, { code: "file-required", field: "file" });
  const table = await readTable(file.bytes, "file");
  if (!table.ok) return refusedForm(form, table.refusal);
  const order = { assemblyId, fileName: file.name, seen, ...table.value };
  const uploaded = await uploadPool(context, commandId, order);
  return uploaded.ok ? redirect(`${here}/columns`) : refusedForm(form, uploaded.refusal);
}
