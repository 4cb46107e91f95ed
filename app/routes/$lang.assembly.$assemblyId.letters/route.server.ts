import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { fromLocalDateTime } from "~/app/domain/kernel/local-date-time";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { qrCode } from "~/server/auth/qr-code";
import { markLetters } from "~/server/commands/recruit/mark-letters";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";
import { letters } from "~/server/queries/recruit/letters";
import { lettersForm } from "./form";

const whom = (request: Request): "all" | "no-mail" =>
  new URL(request.url).searchParams.get("to") === "all" ? "all" : "no-mail";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const only = whom(request);
  const found = await letters(context, { ...readAddress(params, "assemblyId"), locale, only });
  if (!found.ok) return refusedPage(found.refusal, request, locale);
  const { title, question, letters: written, ...rest } = found.value;
  return {
    ...rest,
    only,
    title: inLocale(title, locale),
    question: inLocale(question, locale),
    letters: written.map(({ link, ...letter }) => ({ ...letter, qr: qrCode(link) })),
    nowMs: context.app.clock.now().getTime(),
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const form = await request.formData();
  const frame = await assemblyFrame(context, { assemblyId });
  if (!frame.ok) return refusedForm(form, frame.refusal);
  const read = readForm(lettersForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, deadline, letter } = read.value;
  const deadlineMs = fromLocalDateTime(deadline, frame.value.timeZone);
  if (deadlineMs === undefined) return refusedForm(form, { code: "date-invalid", field: "deadline" });
  const marked = await markLetters(context, commandId, { assemblyId, invitationIds: letter, deadlineMs });
  if (!marked.ok) return refusedForm(form, marked.refusal);
  const to = whom(request) === "all" ? "&to=all" : "";
  return redirect(`/${findLocale(request)}/assembly/${assemblyId}/letters?done=saved${to}`);
}
