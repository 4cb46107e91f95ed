import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { startImport } from "~/server/commands/recruit/start-import";
import { readAddress } from "~/server/http/read-address";
import { readForm, typedValues } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { checkPoolFile } from "~/server/kernel/recruit/check-pool-file";
import { columnsPage } from "~/server/queries/recruit/columns-page";
import { columnsForm, readMeanings } from "./form";

const poolOf = (request: Request, assemblyId: AssemblyId): string =>
  `/${findLocale(request)}/assembly/${assemblyId}/recruit`;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const page = await columnsPage(context, { assemblyId });
  if (page.ok) return page.value;
  if (page.refusal.code === "pool-file-missing") return redirect(poolOf(request, assemblyId));
  return refusedPage(page.refusal, request, findLocale(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const form = await request.formData();
  const read = readForm(columnsForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, replace, seen } = read.value;
  const order = { assemblyId, meanings: readMeanings(read.value), seen };
  const started = await startImport(context, commandId, { ...order, replace: replace === "on" });
  if (started.ok) return redirect(poolOf(request, assemblyId));
  const { code } = started.refusal;
  // What was said of the columns of one file is not true of another's: the form starts anew with the columns there are.
  if (code === "changed-meanwhile") {
    return data({ values: {}, refusals: [{ code: "pool-file-replaced" }] }, { status: 409 });
  }
  const checked = code === "pool-file-not-clean" ? await checkPoolFile(context, order) : started;
  if (!checked.ok) return refusedForm(form, checked.refusal);
  const { problems, problemCount } = checked.value;
  return data({ values: typedValues(form), refusals: [], problems, problemCount }, { status: 422 });
}
