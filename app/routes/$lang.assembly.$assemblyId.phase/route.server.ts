import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { advancePhase } from "~/server/commands/prepare/advance-phase";
import { closePhase } from "~/server/commands/prepare/close-phase";
import { undoPhase } from "~/server/commands/prepare/undo-phase";
import type { Caller } from "~/server/context";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { phasePage } from "~/server/queries/prepare/phase-page";
import { phaseForm } from "./form";

export type { PhasePage } from "~/server/queries/prepare/phase-page";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await phasePage(context, readAddress(params, "assemblyId"));
  return found.ok ? found.value : refusedPage(found.refusal, request, findLocale(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const form = await request.formData();
  const read = readForm(phaseForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const changed = await carryOut(context, assemblyId, read.value);
  if (!changed.ok) return refusedForm(form, changed.refusal);
  const done = read.value.intent === "undo" ? "phase-undone" : "phase-advanced";
  return redirect(`/${findLocale(request)}/assembly/${assemblyId}/phase?done=${done}`);
}

function carryOut(caller: Caller, assemblyId: AssemblyId, order: z.output<typeof phaseForm>) {
  const { commandId, seen } = order;
  switch (order.intent) {
    case "advance":
      return advancePhase(caller, commandId, { assemblyId, seen, to: order.to, keep: order.keep });
    case "close":
      return closePhase(caller, commandId, { assemblyId, seen, phaseId: order.phaseId });
    case "undo":
      return undoPhase(caller, commandId, { assemblyId, seen, reason: order.reason });
  }
}
