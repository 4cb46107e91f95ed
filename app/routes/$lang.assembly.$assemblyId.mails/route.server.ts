import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import type { Result } from "~/app/domain/kernel/result";
import { findLocale } from "~/app/i18n/find-locale";
import { settleKeptMails } from "~/server/commands/mail/settle-kept-mails";
import { resendInvitation } from "~/server/commands/recruit/resend-invitation";
import { resendTeamLink } from "~/server/commands/team/resend-team-link";
import type { Caller } from "~/server/context";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { mailsPage } from "~/server/queries/mail/mails-page";
import { type MailsOrder, mailsForm } from "./form";

export type { MailInTrouble } from "~/server/queries/mail/mail-trouble-list";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const page = await mailsPage(context, readAddress(params, "assemblyId"));
  return page.ok ? page.value : refusedPage(page.refusal, request, findLocale(request));
}

const doneBy = {
  "resend-invitation": "mail-resent",
  "resend-team": "mail-resent",
  "send-kept": "kept-sent",
  "drop-kept": "kept-dropped",
} as const;

export async function action({ context, params, request }: ActionFunctionArgs) {
  const [assemblyId, locale] = [readAddress(params, "assemblyId").assemblyId, findLocale(request)];
  const form = await request.formData();
  const read = readForm(mailsForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const done = await carryOutOrder(context, read.value, { assemblyId, locale });
  if (!done.ok) return refusedForm(form, done.refusal);
  return redirect(`/${locale}/assembly/${assemblyId}/mails?done=${doneBy[read.value.intent]}`);
}

function carryOutOrder(
  caller: Caller,
  order: MailsOrder,
  { assemblyId, locale }: { readonly assemblyId: AssemblyId; readonly locale: Locale },
): Promise<Result<unknown>> {
  const { commandId } = order;
  switch (order.intent) {
    case "resend-invitation": {
      const invitationId = order.form;
      return resendInvitation(caller, commandId, { assemblyId, invitationId, email: order.email, locale });
    }
    case "resend-team": {
      const linkId = order.form;
      return resendTeamLink(caller, commandId, { assemblyId, linkId, email: order.email, locale });
    }
    case "send-kept":
      return settleKeptMails(caller, commandId, { assemblyId, answer: "send" });
    case "drop-kept":
      return settleKeptMails(caller, commandId, { assemblyId, answer: "drop" });
  }
}
