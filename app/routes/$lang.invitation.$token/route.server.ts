import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { askingDevice, signDeviceIn } from "~/server/auth/sign-device-in";
import { answerByLink } from "~/server/commands/recruit/answer-by-link";
import { enterByInvitation } from "~/server/commands/recruit/enter-by-invitation";
import { withdrawByLink } from "~/server/commands/recruit/withdraw-member";
import { readForm } from "~/server/http/read-form";
import { refusedForm, statusOf, unreadForm } from "~/server/http/reply";
import { invitationAnswer } from "~/server/queries/recruit/invitation-answer";
import { answerForm } from "./form";

/** Shows the invitation and changes nothing: mail scanners open links. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const found = await invitationAnswer(context, { token: params.token ?? "" });
  if (!found.ok) return data({ invitation: null, refusal: found.refusal }, { status: statusOf(found.refusal) });
  const { title, question, authority, commitment, privacy, sessions, ...rest } = found.value;
  const invitation = {
    ...rest,
    title: inLocale(title, locale),
    question: inLocale(question, locale),
    authority: inLocale(authority, locale),
    commitment: inLocale(commitment, locale),
    privacy: inLocale(privacy, locale),
    sessions: sessions.map((session) => ({ ...session, title: inLocale(session.title, locale) })),
  };
  return data({ invitation, refusal: null });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = findLocale(request);
  const token = params.token ?? "";
  const form = await request.formData();
  const read = readForm(answerForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, intent, namePublic } = read.value;
  if (intent === "enter") {
    const device = askingDevice(request, context);
    const entered = await enterByInvitation(context, commandId, { token, device });
    if (!entered.ok) return refusedForm(form, entered.refusal);
    signDeviceIn(context, entered.value.deviceId);
    return redirect(`/${locale}/assembly/${entered.value.assemblyId}`);
  }
  const answer = intent === "accept" ? "accepted" : "declined";
  const result =
    intent === "withdraw"
      ? await withdrawByLink(context, commandId, { token })
      : await answerByLink(context, commandId, { token, answer, namePublic: namePublic === "on", locale });
  if (!result.ok) return refusedForm(form, result.refusal);
  return redirect(`/${locale}/invitation/${token}`);
}
