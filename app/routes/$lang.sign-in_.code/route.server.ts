import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { challengeCookie, challengeMark } from "~/server/auth/challenge-cookie";
import { jarOf } from "~/server/auth/cookie";
import { afterSignIn, askingDevice, handOn, signDeviceIn } from "~/server/auth/sign-device-in";
import { enterCode } from "~/server/commands/auth/enter-code";
import { readForm } from "~/server/http/read-form";
import { refusedForm, unreadForm } from "~/server/http/reply";
import { askedAddress } from "~/server/queries/auth/asked-address";
import { codeForm } from "./form";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  if (context.signedIn?.inPerson) throw redirect(afterSignIn(request, locale));
  const challengeId = challengeMark(request.headers.get("Cookie"), jarOf(context.app))?.challengeId ?? null;
  if (!challengeId) throw redirect(`/${locale}/sign-in${handOn(request)}`);
  return { email: await askedAddress(context, challengeId), handOn: handOn(request) };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const locale = findLocale(request);
  const form = await request.formData();
  const read = readForm(codeForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, code } = read.value;
  const challengeId = challengeMark(request.headers.get("Cookie"), jarOf(context.app))?.challengeId ?? null;
  const device = askingDevice(request, context);
  const entered = await enterCode(context, commandId, { challengeId, code, device });
  if (!entered.ok) return refusedForm(form, entered.refusal);
  if (entered.value.kind === "choose" && challengeId) {
    const { proof } = entered.value;
    context.setCookie(challengeCookie({ challengeId, proof }, jarOf(context.app)));
    return redirect(`/${locale}/sign-in/who${handOn(request)}`);
  }
  if (entered.value.kind === "signed-in") signDeviceIn(context, entered.value.deviceId);
  return redirect(afterSignIn(request, locale));
}
