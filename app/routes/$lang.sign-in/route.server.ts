import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { inEvenTime } from "~/server/auth/even-time";
import { lostCard } from "~/server/auth/lost-card";
import { afterSignIn, handOn, rememberChallenge } from "~/server/auth/sign-device-in";
import { askForCode } from "~/server/commands/auth/ask-for-code";
import { readForm } from "~/server/http/read-form";
import { refusedForm, unreadForm } from "~/server/http/reply";
import { askForm } from "./form";

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (context.signedIn?.inPerson) throw redirect(afterSignIn(request, findLocale(request)));
  const hadCard = !context.signedIn && (await lostCard(context.app, request.headers.get("Cookie")));
  return { handOn: handOn(request), hadCard };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const locale = findLocale(request);
  const form = await request.formData();
  const read = readForm(askForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, email } = read.value;
  const home = `/${locale}/home`;
  const wanted = afterSignIn(request, locale);
  const next = wanted === home ? null : wanted;
  const asked = await inEvenTime(() => askForCode(context, commandId, { email, locale, next }));
  if (!asked.ok) return refusedForm(form, asked.refusal);
  rememberChallenge(context, { ...asked.value, proof: null });
  return redirect(`/${locale}/sign-in/code${handOn(request)}`);
}
