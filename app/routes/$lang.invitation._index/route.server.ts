import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readCardCode } from "~/app/domain/people/card-code";
import { findLocale } from "~/app/i18n/find-locale";
import { readForm } from "~/server/http/read-form";
import { refusedForm, unreadForm } from "~/server/http/reply";
import { invitationAnswer } from "~/server/queries/recruit/invitation-answer";
import { codeForm } from "./form";

/** The code of a letter leads to the same page as the link of a mail. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(codeForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const code = readCardCode(read.value.code);
  const found = code === undefined ? undefined : await invitationAnswer(context, { token: code });
  if (!found?.ok) {
    const refused = found && found.refusal.code !== "link-unknown" ? found.refusal.code : "invitation-code-wrong";
    return refusedForm(form, { code: refused, field: "code" });
  }
  return redirect(`/${findLocale(request)}/invitation/${code}`);
}
