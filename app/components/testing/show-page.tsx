import { Outlet } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { type RenderResult, render } from "@testing-library/react";
import { createContext, type ReactElement, type ReactNode, useContext } from "react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { vi } from "vitest";
import type { Locale } from "~/app/domain/kernel/locale";
import { ASSEMBLY_ROUTE, type AssemblyOfPage } from "~/app/hooks/use-assembly";
import type { RootData } from "~/app/hooks/use-root-data";
import { i18nOf } from "~/app/i18n/translate";

export interface PageOfTest {
  readonly locale?: Locale;
  /** Where the page stands, language included. */
  readonly path?: string;
  /** What differs from a visitor's page on an installation that sends its mails. */
  readonly root?: Partial<RootData>;
  /** What differs from an assembly in Paris. */
  readonly assembly?: Partial<AssemblyOfPage>;
  /** What the page's own loader answers; without it the page has none. */
  readonly loaded?: unknown;
  /** How a form of the page is answered. */
  readonly answer?: (values: Record<string, string>) => unknown;
}

/** What React Aria's dialogs ask of a browser and jsdom does not have. */
globalThis.CSS ??= { escape: (text: string) => text.replaceAll(/["\\]/g, "\\$&") } as typeof CSS;

const visitorsPage: RootData = {
  locale: "fr",
  theme: "system",
  formKey: "AAAAAAAAAAAAAAAAAAAAAB",
  nowMs: 0,
  signedIn: null,
  mailOutbox: false,
  opensOutbox: false,
  requestId: "request",
  nonce: "",
  unknownLanguage: false,
};

const OnPage = createContext<{ readonly shown: ReactNode; readonly locale: Locale }>({ shown: null, locale: "fr" });
const Page = () => <>{useContext(OnPage).shown}</>;

function Frame() {
  const { locale } = useContext(OnPage);
  return (
    <I18nextProvider i18n={i18nOf(locale)}>
      <Outlet />
    </I18nextProvider>
  );
}

/** Shows something as a page of an assembly shows it: with its language, its address and what every page knows. */
export function showPage(shown: ReactNode, options: PageOfTest = {}): RenderResult {
  return render(pageOf(shown, options));
}

/** The same page as the server answers it, before any script has come: what can be read then, and sent as a form. */
export function serverPage(shown: ReactNode, options: PageOfTest = {}): HTMLElement {
  const { container } = render(null);
  // The stub's router warns that effects do not run on a server: that is what is wanted here.
  const warned = vi.spyOn(console, "error").mockImplementation(() => {});
  try {
    container.innerHTML = renderToString(pageOf(shown, options));
  } finally {
    warned.mockRestore();
  }
  return container;
}

function pageOf(shown: ReactNode, options: PageOfTest): ReactElement {
  const { locale = "fr", path = `/${locale}/assembly/a/home`, answer = () => null } = options;
  const root = { ...visitorsPage, locale, ...options.root };
  const assembly = { id: "a", title: "Convention", timeZone: "Europe/Paris", roles: [], ...options.assembly };
  const { loaded } = options;
  const action = async ({ request }: { readonly request: Request }) =>
    answer(Object.fromEntries(await request.formData()) as Record<string, string>);
  const layout = {
    id: ASSEMBLY_ROUTE,
    path: new URL(path, "https://assembly.test").pathname,
    loader: () => assembly,
  };
  const own = { id: "page", index: true as const, Component: Page, loader: () => loaded ?? null, action };
  const page = loaded === undefined ? { ...layout, Component: Page, action } : { ...layout, children: [own] };
  const elsewhere = { id: "elsewhere", path: "*", Component: Page };
  const children = [page, elsewhere];
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Frame, loader: () => root, children }]);
  return (
    <OnPage.Provider value={{ shown, locale }}>
      <Stub
        initialEntries={[path]}
        hydrationData={{ loaderData: { root, [ASSEMBLY_ROUTE]: assembly, page: loaded } }}
      />
    </OnPage.Provider>
  );
}
