import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import type { StepKey } from "~/app/domain/learning/step-order";
import { findLocale } from "~/app/i18n/find-locale";
import { moveStep } from "~/server/commands/learn/move-step";
import { removeStep } from "~/server/commands/learn/remove-step";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { learningDesk } from "~/server/queries/learn/learning-desk";
import { deskForm } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const desk = await learningDesk(context, readAddress(params, "assemblyId"));
  if (!desk.ok) return refusedPage(desk.refusal, request, locale);
  return {
    members: desk.value.members,
    phases: desk.value.phases.map(({ steps, ...phase }) => ({
      ...phase,
      steps: steps.map((step) => ({ ...step, title: inLocale(step.title, locale) })),
    })),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(deskForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, ...posted } = read.value;
  const order = { ...readAddress(params, "assemblyId"), step: stepOf(posted) };
  const done =
    posted.intent === "move"
      ? await moveStep(context, commandId, { ...order, direction: posted.direction })
      : await removeStep(context, commandId, { ...order, seen: posted.seen });
  if (!done.ok) return refusedForm(form, done.refusal);
  return posted.intent === "remove" ? { done: "removed" } : null;
}

/** The step alone, of a form about it. */
const stepOf = (about: StepKey): StepKey =>
  about.kind === "material" ? { kind: about.kind, id: about.id } : { kind: about.kind, id: about.id };
