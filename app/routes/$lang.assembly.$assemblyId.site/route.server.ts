import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { fromLocalDateTime } from "~/app/domain/kernel/local-date-time";
import { inLocale } from "~/app/domain/kernel/locale";
import type { FormDone } from "~/app/domain/kernel/reply";
import { findLocale } from "~/app/i18n/find-locale";
import { recordResponse } from "~/server/commands/site/record-response";
import { setSiteOpen } from "~/server/commands/site/set-site-open";
import type { RequestContext } from "~/server/context";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";
import { siteDesk } from "~/server/queries/site/site-desk";
import { openForm, responseForm } from "./form";

const saved: FormDone = { done: "saved" };
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const desk = await siteDesk(context, readAddress(params, "assemblyId").assemblyId);
  if (!desk.ok) return refusedPage(desk.refusal, request, locale);
  const { recommendations, ...rest } = desk.value;
  return {
    ...rest,
    recommendations: recommendations.map(({ id, number, title, language, answers, mark }) => ({
      mark,
      id,
      number,
      title,
      language,
      answers: answers.map((answer) => ({ ...answer, text: inLocale(answer.text, locale) })),
    })),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const form = await request.formData();
  if (form.get("intent") === "record") return record(context, assemblyId, form);
  const read = readForm(openForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, intent } = read.value;
  const result = await setSiteOpen(context, commandId, { assemblyId, open: intent === "open" });
  return result.ok ? data(saved) : refusedForm(form, result.refusal);
}

async function record(context: RequestContext, assemblyId: AssemblyId, form: FormData) {
  const frame = await assemblyFrame(context, { assemblyId });
  if (!frame.ok) return refusedForm(form, frame.refusal);
  const read = readForm(responseForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const typed = read.value;
  const { languages, timeZone } = frame.value;
  const missing = languages.find((language) => !typed[`text-${language}`]);
  if (missing) return refusedForm(form, { code: "field-required", field: `text-${missing}` });
  const answeredOn = fromLocalDateTime(`${typed.answeredOn.slice(0, 10)}T00:00`, timeZone);
  if (answeredOn === undefined) return refusedForm(form, { code: "date-invalid", field: "answeredOn" });
  const result = await recordResponse(context, typed.commandId, {
    assemblyId,
    recommendationId: typed.form,
    state: typed.state,
    seen: typed.seen,
    text: Object.fromEntries(languages.map((language) => [language, typed[`text-${language}`]])),
    answeredOn: new Date(answeredOn),
  });
  return result.ok ? data(saved) : refusedForm(form, result.refusal);
}
