import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { signDeviceOut } from "~/server/auth/sign-device-in";
import { signOut } from "~/server/commands/auth/sign-out";
import { signOutOthers } from "~/server/commands/auth/sign-out-others";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { myDevices } from "~/server/queries/auth/my-devices";
import { devicesForm } from "./form";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const mine = await myDevices(context, context);
  return mine.ok ? mine.value : refusedPage(mine.refusal, request, findLocale(request));
}

export async function action({ context, request }: ActionFunctionArgs) {
  const locale = findLocale(request);
  const form = await request.formData();
  const read = readForm(devicesForm, form);
  if (!read.ok) return unreadForm(read.reply);
  if (read.value.intent === "others") {
    if (!context.signedIn) return refusedForm(form, { code: "sign-in-needed" });
    const { deviceId: here } = context.signedIn;
    const others = await signOutOthers(context, read.value.commandId, { deviceId: here });
    return others.ok ? redirect(`/${locale}/devices?done=other-devices-signed-out`) : refusedForm(form, others.refusal);
  }
  const deviceId = read.value.form;
  const ended = await signOut(context, read.value.commandId, { deviceId });
  if (!ended.ok) return refusedForm(form, ended.refusal);
  if (deviceId !== context.signedIn?.deviceId) return redirect(`/${locale}/devices?done=device-signed-out`);
  signDeviceOut(context);
  return redirect(`/${locale}?done=signed-out`);
}
