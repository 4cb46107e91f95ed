import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { holdsOutboxKey } from "~/server/auth/outbox-key";
import { newId } from "./domain/kernel/ids";
import { findLocale, localeInCookie, localeInPath } from "./i18n/find-locale";

const YEAR_S = 365 * 86_400;

/** What every page knows: language, appearance, the key of its forms, who is signed in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const url = new URL(request.url);
  rememberTheme(url, context.setCookie);
  const locale = findLocale(request);
  const cookies = request.headers.get("Cookie");
  if (localeInPath(url.pathname) && localeInCookie(cookies) !== locale) {
    context.setCookie(`lang=${locale}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax`);
  }
  const unknownLanguage = url.pathname !== "/" && localeInPath(url.pathname) === undefined;
  const { app, nonce, requestId, signedIn } = context;
  return data(
    {
      locale,
      theme: themeOf(/(?:^|;\s*)theme=(\w+)/.exec(cookies ?? "")?.[1]),
      formKey: newId<"form">(app.random) as string,
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
function rememberTheme(url: URL, setCookie: (cookie: string) => void): void {
  const chosen = url.searchParams.get("theme");
  if (chosen === null) return;
  const theme = themeOf(chosen);
  setCookie(`theme=${theme}; Path=/; Max-Age=${theme === "system" ? 0 : YEAR_S}; SameSite=Lax`);
  url.searchParams.delete("theme");
  throw redirect(url.pathname + url.search);
}
