import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { afterSignIn, askingDevice, handOn, signDeviceIn } from "~/server/auth/sign-device-in";
import { followLink } from "~/server/commands/auth/follow-link";
import { readForm } from "~/server/http/read-form";
import { refusedForm, unreadForm } from "~/server/http/reply";
import { linkPage } from "~/server/queries/auth/link-page";
import { linkForm } from "./form";

/** Shows whom the link signs in and changes nothing: mail scanners open links. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await linkPage(context, { token: params.token ?? "" });
  const signedInAs = context.signedIn?.name ?? null;
  const rest = { signedInAs, handOn: handOn(request) };
  if (!found.ok)
    return data(
      { ...rest, people: [], refusal: found.refusal },
      { status: found.refusal.code === "link-unknown" ? 404 : 410 },
    );
  return data({ ...rest, people: found.value.people, refusal: null });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(linkForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, personId } = read.value;
  const followed = await followLink(context, commandId, {
    token: params.token ?? "",
    personId: personId ?? null,
    device: askingDevice(request, context),
  });
  if (!followed.ok) return refusedForm(form, followed.refusal);
  signDeviceIn(context, followed.value.deviceId);
  return redirect(afterSignIn(request, findLocale(request)));
}
