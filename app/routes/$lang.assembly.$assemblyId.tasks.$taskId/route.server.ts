import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { answerTask } from "~/server/commands/learn/answer-task";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { taskPage } from "~/server/queries/learn/task-page";
import { answerForm } from "./form";

const keysOf = (params: LoaderFunctionArgs["params"]) => readAddress(params, "assemblyId", "taskId");

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const page = await taskPage(context, keysOf(params));
  if (!page.ok) return refusedPage(page.refusal, request, locale);
  const { title, prompt, ...rest } = page.value;
  return { ...rest, title: inLocale(title, locale), prompt: inLocale(prompt, locale) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(answerForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, seen, text, sharing } = read.value;
  const order = { ...keysOf(params), text, sharing, seen, language: findLocale(request) };
  const answered = await answerTask(context, commandId, order);
  return answered.ok ? answered.value : refusedForm(form, answered.refusal);
}
