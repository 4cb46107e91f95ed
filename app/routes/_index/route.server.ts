import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";

/** The bare address leads to the home page in the visitor's language. */
export function loader({ request }: LoaderFunctionArgs) {
  return redirect(`/${findLocale(request)}`, { headers: { Vary: "Cookie, Accept-Language" } });
}
