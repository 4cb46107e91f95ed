import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { challengeMark } from "~/server/auth/challenge-cookie";
import { inEvenTime } from "~/server/auth/even-time";
import { afterSignIn, askingDevice, handOn, rememberChallenge, signDeviceIn } from "~/server/auth/sign-device-in";
import { enterCode } from "~/server/commands/auth/enter-code";
import { readForm } from "~/server/http/read-form";
import { refusedForm, unreadForm } from "~/server/http/reply";
import { codeForm } from "./form";

export function loader({ context, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  if (context.signedIn?.inPerson) throw redirect(afterSignIn(request, locale));
  const asked = challengeMark(request.headers.get("Cookie"), context.app);
  if (!asked) throw redirect(`/${locale}/sign-in${handOn(request)}`);
  return { email: asked.email, handOn: handOn(request) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const locale = findLocale(request);
  const form = await request.formData();
  const read = readForm(codeForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, code } = read.value;
  const challenge = challengeMark(request.headers.get("Cookie"), context.app);
  const device = askingDevice(request, context);
  const entered = await inEvenTime(() => enterCode(context, commandId, { challenge, code, device }));
  if (!entered.ok) return refusedForm(form, entered.refusal);
  if (entered.value.kind === "choose" && challenge) {
    rememberChallenge(context, { ...challenge, proof: entered.value.proof });
    return redirect(`/${locale}/sign-in/who${handOn(request)}`);
  }
  if (entered.value.kind === "signed-in") signDeviceIn(context, entered.value.deviceId);
  return redirect(afterSignIn(request, locale));
}
