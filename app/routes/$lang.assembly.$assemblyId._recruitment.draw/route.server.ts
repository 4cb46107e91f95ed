import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { offeredAlgorithm } from "~/app/domain/recruitment/offered-algorithm";
import { findLocale } from "~/app/i18n/find-locale";
import { startDraw } from "~/server/commands/recruit/start-draw";
import { stopDraw } from "~/server/commands/recruit/stop-draw";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import type { DrawRunId } from "~/server/queries/recruit/draw-page";
import { drawPage } from "~/server/queries/recruit/draw-page";
import { drawForm } from "./form";

const assemblyIdOf = (params: { assemblyId?: string }): AssemblyId => (params.assemblyId ?? "") as AssemblyId;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const page = await drawPage(context, { assemblyId: assemblyIdOf(params) });
  if (!page.ok) return refusedPage(page.refusal, request, findLocale(request));
  return { ...page.value, equalised: offeredAlgorithm !== "quick" };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const assemblyId = assemblyIdOf(params);
  const form = await request.formData();
  const read = readForm(drawForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, ...order } = read.value;
  const result =
    order.intent === "stop"
      ? await stopDraw(context, commandId, { assemblyId, runId: order.runId as DrawRunId })
      : await startDraw(context, commandId, {
          assemblyId,
          what: "panel",
          algorithm: offeredAlgorithm,
          reason: order.reason,
        });
  if (!result.ok) return refusedForm(form, result.refusal);
  return redirect(`/${findLocale(request)}/assembly/${assemblyId}/draw`);
}
