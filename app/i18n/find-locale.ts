import Negotiator from "negotiator";
import { isLocale, type Locale } from "../domain/kernel/locale";
import { readPreference } from "./read-preference";

/** The language in an address: `/fr/…` → fr; undefined when the first segment is no language of ours. */
export function localeInPath(pathname: string): Locale | undefined {
  const first = /^\/([^/.]+)(?=[/.]|$)/.exec(pathname)?.[1];
  return isLocale(first) ? first : undefined;
}

/** The language remembered on this device, if any. */
export function localeInCookie(cookieHeader: string | null): Locale | undefined {
  const found = readPreference(cookieHeader, "lang");
  return isLocale(found) ? found : undefined;
}

/** The language of a request: its address, else the cookie, else the browser's wish (Accept-Language), else French. */
export function findLocale(request: Request): Locale {
  return (
    localeInPath(new URL(request.url).pathname) ??
    localeInCookie(request.headers.get("Cookie")) ??
    preferredLocale(request.headers.get("Accept-Language")) ??
    "fr"
  );
}

function preferredLocale(header: string | null): Locale | undefined {
  // By weight alone: of French from Canada and plain English, the first one named is the one that is wished for.
  const wished = new Negotiator({ headers: { "accept-language": header ?? "" } }).languages();
  return wished.map((tag) => tag.toLowerCase().split("-")[0]).find(isLocale);
}
