import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { challengeMark } from "~/server/auth/challenge-cookie";
import { afterSignIn, askingDevice, handOn, signDeviceIn } from "~/server/auth/sign-device-in";
import { chooseWho } from "~/server/commands/auth/choose-who";
import { readForm } from "~/server/http/read-form";
import { refusedForm, unreadForm } from "~/server/http/reply";
import { household } from "~/server/queries/auth/household";
import { whoForm } from "./form";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const people = await household(context, challengeMark(request.headers.get("Cookie"), context.app));
  if (!people.ok) throw redirect(`/${findLocale(request)}/sign-in${handOn(request)}`);
  return people.value;
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(whoForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const mark = challengeMark(request.headers.get("Cookie"), context.app);
  if (!mark?.proof) return refusedForm(form, { code: "code-expired" });
  const { challengeId, proof } = mark;
  const personId = read.value.personId;
  const device = askingDevice(request, context);
  const chosen = await chooseWho(context, read.value.commandId, { challengeId, proof, personId, device });
  if (!chosen.ok) return refusedForm(form, chosen.refusal);
  signDeviceIn(context, chosen.value.deviceId);
  return redirect(afterSignIn(request, findLocale(request)));
}
