import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { afterSignIn, askingDevice, signDeviceIn } from "~/server/auth/sign-device-in";
import { useCard as signInWithCard } from "~/server/commands/auth/use-card";
import { readForm } from "~/server/http/read-form";
import { refusedForm, statusOf, unreadForm } from "~/server/http/reply";
import { cardPage } from "~/server/queries/auth/card-page";
import { cardLinkForm } from "./form";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await cardPage(context, { token: params.token ?? "" });
  const signedInAs = context.signedIn?.name ?? null;
  if (!found.ok) return data({ name: null, signedInAs, refusal: found.refusal }, { status: statusOf(found.refusal) });
  return data({ name: found.value.name, signedInAs, refusal: null });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(cardLinkForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const by = { token: params.token ?? "" };
  const entered = await signInWithCard(context, read.value.commandId, { by, device: askingDevice(request, context) });
  if (!entered.ok) return refusedForm(form, entered.refusal);
  signDeviceIn(context, entered.value.deviceId);
  return redirect(afterSignIn(request, findLocale(request)));
}
