import { readPreference } from "../domain/kernel/cookie";
import { isLocale, type Locale } from "../domain/kernel/locale";

/** The language in an address: `/fr/…` → fr; undefined when the first segment is no language of ours. */
export function localeInPath(pathname: string): Locale | undefined {
  const first = /^\/([^/.]+)(?=[/.]|$)/.exec(pathname)?.[1];
  return isLocale(first) ? first : undefined;
}

/** The language remembered on this device, if any. */
export function localeInCookie(cookieHeader: string | null): Locale | undefined {
  const found = readPreference(cookieHeader, "lang") ?? undefined;
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
  return (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find((found) => found !== undefined);
      return { language: tag.trim().slice(0, 2).toLowerCase(), weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((wish) => wish.language)
    .find(isLocale);
}
