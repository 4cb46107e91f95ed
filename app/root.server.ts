import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { jarOf } from "~/server/auth/cookie";
import { holdsOutboxKey } from "~/server/auth/outbox-key";
import { newPageKey } from "./domain/kernel/command-id";
import { type Preference, preferenceCookies } from "./domain/kernel/cookie";
import { findLocale, localeInCookie, localeInPath } from "./i18n/find-locale";
import { readPreference } from "./i18n/read-preference";

/** What every page knows: language, appearance, the key of its forms, who is signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  const jar = jarOf(context.app);
  const keep = (name: Preference, value: string): void => {
    for (const cookie of preferenceCookies(name, value, jar)) context.setCookie(cookie);
  };
  rememberTheme(url, (theme) => keep("theme", theme));
  const locale = findLocale(request);
  const cookies = request.headers.get("Cookie");
  if (localeInPath(url.pathname) && localeInCookie(cookies) !== locale) {
    keep("lang", locale);
  }
  const unknownLanguage = url.pathname !== "/" && localeInPath(url.pathname) === undefined;
  const { app, nonce, requestId, signedIn } = context;
  return data(
    {
      locale,
      theme: themeOf(readPreference(cookies, "theme")),
      formKey: newPageKey(app.random, app.clock.now().getTime()),
      nowMs: app.clock.now().getTime(),
      signedIn: signedIn && { id: signedIn.personId as string, name: signedIn.name },
      mailOutbox: app.config.smtpUrl === null,
      opensOutbox: app.config.smtpUrl === null && holdsOutboxKey(cookies, app),
      requestId,
      nonce,
      unknownLanguage,
    },
    { status: unknownLanguage ? 404 : 200 },
  );
}

function themeOf(text: string | undefined | null): "system" | "light" | "dark" {
  return text === "light" || text === "dark" ? text : "system";
}

/** The theme switch without JavaScript is a form by GET: keep the choice, and answer at the clean address. */
function rememberTheme(url: URL, remember: (theme: string) => void): void {
  const chosen = url.searchParams.get("theme");
  if (chosen === null) return;
  const theme = themeOf(chosen);
  remember(theme === "system" ? "" : theme);
  url.searchParams.delete("theme");
  throw redirect(url.pathname + url.search);
}
