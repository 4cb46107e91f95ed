import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { AssemblyId, MaterialId, PhaseId, TaskId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { editMaterial } from "~/server/commands/learn/edit-material";
import { editTask } from "~/server/commands/learn/edit-task";
import type { RequestContext } from "~/server/context";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { editedStep } from "~/server/queries/learn/edit-step";
import { materialForm, taskForm } from "./form";

interface StepOfPage {
  readonly assemblyId: AssemblyId;
  readonly kind: "material" | "task";
  readonly id: string;
}

function stepOf({ assemblyId = "", stepKind, stepId = "" }: LoaderFunctionArgs["params"]): StepOfPage {
  if (stepKind !== "material" && stepKind !== "task") throw data(null, { status: 404 });
  return { assemblyId: assemblyId as AssemblyId, kind: stepKind, id: stepId };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { assemblyId, kind, id } = stepOf(params);
  const found = await editedStep(context, { assemblyId, step: { kind, id } });
  if (!found.ok) return refusedPage(found.refusal, request, findLocale(request));
  return { ...found.value, kind, asked: new URL(request.url).searchParams.get("phase") };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const step = stepOf(params);
  const form = await request.formData();
  const saved = step.kind === "material" ? await material(context, step, form) : await task(context, step, form);
  return saved ?? redirect(`/${findLocale(request)}/assembly/${step.assemblyId}/learning-desk?done=saved`);
}

/** Nothing when it was saved, else the answer to the form. */
async function material(context: RequestContext, { assemblyId, id }: StepOfPage, form: FormData) {
  const read = readForm(materialForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, seen, phaseId, kind, url, minutes, ...posted } = read.value;
  const title = { fr: posted["title.fr"], en: posted["title.en"] };
  const body = { fr: posted["body.fr"], en: posted["body.en"] };
  if (id !== "new" && seen === undefined) return refusedForm(form, { code: "form-invalid" });
  const saved = await editMaterial(context, commandId, {
    assemblyId,
    materialId: id === "new" ? null : (id as MaterialId),
    phaseId: phaseId as PhaseId,
    seen,
    draft: { kind, title, body, url, minutes, public: posted.public === "on" },
  });
  return saved.ok ? null : refusedForm(form, saved.refusal);
}

async function task(context: RequestContext, { assemblyId, id }: StepOfPage, form: FormData) {
  const read = readForm(taskForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, seen, phaseId, sharing, minutes, ...posted } = read.value;
  const title = { fr: posted["title.fr"], en: posted["title.en"] };
  const prompt = { fr: posted["prompt.fr"], en: posted["prompt.en"] };
  if (id !== "new" && seen === undefined) return refusedForm(form, { code: "form-invalid" });
  const saved = await editTask(context, commandId, {
    assemblyId,
    taskId: id === "new" ? null : (id as TaskId),
    phaseId: phaseId as PhaseId,
    seen,
    draft: { title, prompt, sharing, minutes },
  });
  return saved.ok ? null : refusedForm(form, saved.refusal);
}
