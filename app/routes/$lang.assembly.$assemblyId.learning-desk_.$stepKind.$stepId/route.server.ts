import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type AssemblyId, type MaterialId, readId, type TaskId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { editMaterial } from "~/server/commands/learn/edit-material";
import { editTask } from "~/server/commands/learn/edit-task";
import type { RequestContext } from "~/server/context";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { editedStep, type StepOrNew } from "~/server/queries/learn/edit-step";
import { materialForm, taskForm } from "./form";

type Params = LoaderFunctionArgs["params"];

/** The step that the address names, or its kind alone for a new one; without either there is no page. */
function stepOf({ stepKind, stepId }: Params): StepOrNew {
  if (stepKind === "material")
    return { kind: stepKind, id: stepId === "new" ? stepId : (readId(stepId) ?? notFound()) };
  if (stepKind === "task") return { kind: stepKind, id: stepId === "new" ? stepId : (readId(stepId) ?? notFound()) };
  return notFound();
}

function notFound(): never {
  throw data(null, { status: 404 });
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const step = stepOf(params);
  const found = await editedStep(context, { ...readAddress(params, "assemblyId"), step });
  if (!found.ok) return refusedPage(found.refusal, request, findLocale(request));
  return { ...found.value, kind: step.kind, asked: new URL(request.url).searchParams.get("phase") };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const step = stepOf(params);
  const { assemblyId } = readAddress(params, "assemblyId");
  const form = await request.formData();
  const saved =
    step.kind === "material"
      ? await material(context, { assemblyId, id: step.id }, form)
      : await task(context, { assemblyId, id: step.id }, form);
  return saved ?? redirect(`/${findLocale(request)}/assembly/${assemblyId}/learning-desk?done=saved`);
}

interface Edited<StepId> {
  readonly assemblyId: AssemblyId;
  readonly id: StepId | "new";
}

/** Nothing when it was saved, else the answer to the form. */
async function material(context: RequestContext, { assemblyId, id }: Edited<MaterialId>, form: FormData) {
  const read = readForm(materialForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, seen, phaseId, kind, url, minutes, ...posted } = read.value;
  const title = { fr: posted["title.fr"], en: posted["title.en"] };
  const body = { fr: posted["body.fr"], en: posted["body.en"] };
  if (id !== "new" && seen === undefined) return refusedForm(form, { code: "form-invalid" });
  const saved = await editMaterial(context, commandId, {
    assemblyId,
    materialId: id === "new" ? null : id,
    phaseId,
    seen,
    draft: { kind, title, body, url, minutes, public: posted.public === "on" },
  });
  return saved.ok ? null : refusedForm(form, saved.refusal);
}

async function task(context: RequestContext, { assemblyId, id }: Edited<TaskId>, form: FormData) {
  const read = readForm(taskForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, seen, phaseId, sharing, minutes, ...posted } = read.value;
  const title = { fr: posted["title.fr"], en: posted["title.en"] };
  const prompt = { fr: posted["prompt.fr"], en: posted["prompt.en"] };
  if (id !== "new" && seen === undefined) return refusedForm(form, { code: "form-invalid" });
  const saved = await editTask(context, commandId, {
    assemblyId,
    taskId: id === "new" ? null : id,
    phaseId,
    seen,
    draft: { title, prompt, sharing, minutes },
  });
  return saved.ok ? null : refusedForm(form, saved.refusal);
}
