import { RemixBrowser } from "@remix-run/react";
import i18next from "i18next";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { isLocale } from "./domain/kernel/locale";
import { i18nOptions } from "./i18n/i18n-options";
import { loadCatalogue } from "./i18n/load-catalogue";

async function hydrate(): Promise<void> {
  const { lang } = document.documentElement;
  const locale = isLocale(lang) ? lang : "fr";
  await i18next.init(i18nOptions(locale, await loadCatalogue(locale)));
  await readPage();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <I18nextProvider i18n={i18next}>
          <RemixBrowser />
        </I18nextProvider>
      </StrictMode>,
    );
  });
}

/**
 * Waits until what came with the page is decoded. RemixBrowser begins that when it is first called, and throws the promise: React would wait
 * for it, unless a key is pressed meanwhile. Then it gives the page up for good (its error 345), and nothing that is typed arrives.
 */
async function readPage(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    // Anything else it throws again where it is shown.
    if (thrown instanceof Promise) await thrown;
  }
}

// Words that do not arrive leave the page as the server drew it: its links and forms work.
void hydrate();
