import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css";
import "@fontsource-variable/bricolage-grotesque/wght.css";
import "./styles/app.css";
import type { MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { useTranslation } from "react-i18next";
import { ErrorPage, errorKind } from "./components/error-page/error-page";
import { NavigationProgress } from "./components/status/navigation-progress";
import { StatusProvider } from "./components/status/status";
import { StrandedTexts } from "./components/stranded/stranded-texts";
import type { Refusal } from "./domain/kernel/refusal";
import { useOwnDrawers } from "./hooks/document/use-own-drawers";
import { useLocale } from "./hooks/use-locale";
import { type RootData, useRootData } from "./hooks/use-root-data";
import { loadCatalogue } from "./i18n/load-catalogue";
import { useT } from "./i18n/use-t";

export { loader } from "./root.server";

export const meta: MetaFunction = () => [{ title: "Hemicycle" }];

export function Layout({ children }: { children: ReactNode }) {
  const root = useRootData();
  const locale = useLocale();
  const t = useT("frame");
  // The nonce of the first document holds for its whole life; later answers carry others.
  const [nonce] = useState(root?.nonce ?? "");
  const theme = root?.theme === "light" || root?.theme === "dark" ? root.theme : undefined;
  return (
    <html lang={locale} data-theme={theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <Meta />
        <Links />
      </head>
      <body>
        <a
          href="#main"
          className="skip-link absolute start-3 -top-24 z-60 rounded-s bg-ink px-5 py-3 text-paper focus:top-3 print:hidden"
        >
          {t("skipToContent")}
        </a>
        <StrandedTexts />
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  const root = useRootData();
  const locale = useLocale();
  useLanguageOf(root);
  useOwnDrawers(root && (root.signedIn?.id ?? null));
  return (
    <I18nProvider locale={locale}>
      <StatusProvider>
        <NavigationProgress />
        {root?.unknownLanguage ? <ErrorPage kind="404" /> : <Outlet />}
      </StatusProvider>
    </I18nProvider>
  );
}

/** After a link into another language the words follow; the switch itself loads the page anew. */
function useLanguageOf(root: RootData | undefined): void {
  const { i18n } = useTranslation();
  const wanted = root?.locale;
  useEffect(() => {
    if (!wanted || wanted === i18n.language) return;
    loadCatalogue(wanted).then((catalogue) => {
      for (const [area, texts] of Object.entries(catalogue)) i18n.addResourceBundle(wanted, area, texts);
      i18n.changeLanguage(wanted);
    });
  }, [wanted, i18n]);
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (isRouteErrorResponse(error)) {
    return <ErrorPage kind={errorKind(error.status)} refusal={refusalIn(error.data)} />;
  }
  const unreachable = error instanceof TypeError && /fetch|network|load failed/i.test(error.message);
  return <ErrorPage kind={unreachable ? "offline" : "500"} />;
}

function refusalIn(data: unknown): Refusal | undefined {
  const refusal = typeof data === "object" && data !== null && "refusal" in data ? data.refusal : undefined;
  const isRefusal = typeof refusal === "object" && refusal !== null && "code" in refusal;
  return isRefusal && typeof refusal.code === "string" ? (refusal as Refusal) : undefined;
}
