import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { afterSignIn, askingDevice, handOn, signDeviceIn } from "~/server/auth/sign-device-in";
import { useCard as signInWithCard } from "~/server/commands/auth/use-card";
import { readForm } from "~/server/http/read-form";
import { refusedForm, unreadForm } from "~/server/http/reply";
import { cardForm } from "./form";

export function loader({ context, request }: LoaderFunctionArgs) {
  return { signedInAs: context.signedIn?.name ?? null, handOn: handOn(request) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(cardForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, code } = read.value;
  const device = askingDevice(request, context);
  const entered = await signInWithCard(context, commandId, { by: { code }, device });
  if (!entered.ok) return refusedForm(form, entered.refusal);
  signDeviceIn(context, entered.value.deviceId);
  return redirect(afterSignIn(request, findLocale(request)));
}
