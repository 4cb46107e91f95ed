import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askingDevice, signDeviceIn } from "~/server/auth/sign-device-in";
import { setUp } from "~/server/commands/auth/set-up";
import { readForm } from "~/server/http/read-form";
import { refusedForm, statusOf, unreadForm } from "~/server/http/reply";
import { setupPage } from "~/server/queries/auth/setup-page";
import { setUpForm } from "./form";

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await setupPage(context, { token: params.token ?? "" });
  return found.ok ? data({ refusal: null }) : data({ refusal: found.refusal }, { status: statusOf(found.refusal) });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(setUpForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, ...words } = read.value;
  const device = askingDevice(request, context);
  const made = await setUp(context, commandId, { ...words, token: params.token ?? "", device });
  if (!made.ok) return refusedForm(form, made.refusal);
  signDeviceIn(context, made.value.deviceId);
  return redirect(`/${words.locale}/home?done=set-up`);
}
