import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { drawPage } from "~/server/queries/recruit/draw-page";
import { carryOutOrder } from "./carry-out-order.server";
import { drawForm } from "./form";

const assemblyIdOf = (params: { assemblyId?: string }): AssemblyId => (params.assemblyId ?? "") as AssemblyId;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const page = await drawPage(context, { assemblyId: assemblyIdOf(params) });
  return page.ok ? page.value : refusedPage(page.refusal, request, findLocale(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const assemblyId = assemblyIdOf(params);
  const form = await request.formData();
  const read = readForm(drawForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const order = read.value;
  const result = await carryOutOrder(context, order, assemblyId);
  if (!result.ok) return refusedForm(form, result.refusal);
  const back = "back" in order ? order.back : "draw";
  const done = order.intent === "relax" ? "?done=quotas-relaxed" : "";
  return redirect(`/${findLocale(request)}/assembly/${assemblyId}/${back}${done}`);
}
