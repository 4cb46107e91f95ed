import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { moveStep } from "~/server/commands/learn/move-step";
import { removeStep } from "~/server/commands/learn/remove-step";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { learningDesk } from "~/server/queries/learn/learning-desk";
import { deskForm } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const desk = await learningDesk(context, { assemblyId: (params.assemblyId ?? "") as AssemblyId });
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
  const { commandId, kind, id, ...posted } = read.value;
  const order = { assemblyId: (params.assemblyId ?? "") as AssemblyId, step: { kind, id } };
  const done =
    posted.intent === "move"
      ? await moveStep(context, commandId, { ...order, direction: posted.direction })
      : await removeStep(context, commandId, { ...order, seen: posted.seen });
  if (!done.ok) return refusedForm(form, done.refusal);
  return posted.intent === "remove" ? { done: "removed" } : null;
}
