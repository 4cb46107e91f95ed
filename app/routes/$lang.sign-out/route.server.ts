import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { signDeviceOut } from "~/server/auth/sign-device-in";
import { signOut } from "~/server/commands/auth/sign-out";

/** Signing out is a mutation: an address typed or followed leads home and changes nothing. */
export function loader({ request }: { readonly request: Request }) {
  return redirect(`/${findLocale(request)}`);
}

export async function action({ context, request }: ActionFunctionArgs) {
  if (context.signedIn) await signOut(context, null, { deviceId: context.signedIn.deviceId });
  signDeviceOut(context);
  return redirect(`/${findLocale(request)}?done=signed-out`);
}
