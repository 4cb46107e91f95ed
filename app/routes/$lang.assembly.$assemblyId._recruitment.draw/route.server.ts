import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { teamStream } from "~/app/domain/assembly/streams";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { drawPage } from "~/server/queries/recruit/draw-page";
import { carryOutOrder } from "./carry-out-order.server";
import { drawForm } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const heard = await versionsBefore(context.app, [teamStream(assemblyId)]);
  const page = await drawPage(context, { assemblyId });
  return page.ok ? { ...page.value, heard } : refusedPage(page.refusal, request, findLocale(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
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
