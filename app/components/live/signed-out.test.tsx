import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it, vi } from "vitest";
import { i18nOf } from "~/app/i18n/translate";
import type { DocumentStatus } from "~/realtime/browser/documents/shared-document";
import type { LiveConnection } from "~/realtime/browser/live/live-session";
import { aLiveSession, aLiveState } from "~/realtime/testing/live-builders";
import type { Locale } from "../../domain/kernel/locale";
import { ConnectionNotice } from "../status/connection-notice";
import { ConnectionLine } from "./connection-line";
import { LiveProvider } from "./live-context";
import { LiveButton } from "./live-form";
import { NotesStatus } from "./notes-status";
import { SignedOut } from "./signed-out";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

interface Shown {
  readonly notes?: DocumentStatus;
  readonly locale?: Locale;
}

function show(connection: LiveConnection, { notes = "saved", locale = "fr" }: Shown = {}): void {
  const live = { ...aLiveSession(aLiveState({ as: "jeanne" }), []), connection };
  shown = (
    <I18nextProvider i18n={i18nOf(locale)}>
      <LiveProvider live={live} timeZone="Europe/Paris">
        <ConnectionNotice />
        <SignedOut />
        <NotesStatus status={notes} loaded />
        <LiveButton command="ask-turn" input={{ groupId: null }}>
          Main
        </LiveButton>
        <ConnectionLine />
      </LiveProvider>
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "*", Component: Page }]);
  render(<Stub initialEntries={["/fr/assembly/a/hall/s?group=g"]} />);
}

const isClosed = (): boolean => screen.getByRole<HTMLButtonElement>("button", { name: "Main" }).disabled;

it("whoever was signed out reads so once, what is kept, and how to come back to the same page", () => {
  show("signed-out", { notes: "refused" });
  expect(screen.getAllByText(/Vous n’êtes plus connecté sur cet appareil\./)).toHaveLength(1);
  expect(screen.queryByText(/ne sont plus ouvertes/)).toBeNull();
  expect(screen.getByText(/Tout ce qui était enregistré est gardé\./)).toBeTruthy();
  const link = screen.getByRole("link", { name: "Me connecter" });
  expect(link.getAttribute("href")).toContain("/sign-in?next=%2Ffr%2Fassembly%2Fa%2Fhall%2Fs%3Fgroup%3Dg");
  expect(screen.queryByText(/rien n’est perdu/)).toBeNull();
});

it.each(["signed-out", "refused"] as const)("nothing can be sent from a page that is over (%s)", (connection) => {
  show(connection);
  expect(isClosed()).toBe(true);
});

it.each(["online", "reconnecting", "connecting", "crowded"] as const)(
  "a page that goes on or comes back (%s) sends",
  (connection) => {
    show(connection);
    expect(isClosed()).toBe(false);
  },
);

it.each([
  ["fr", /Connexion coupée/, /gardé ici/],
  ["en", /Connection lost/, /kept here/],
] as const)(
  "a device without a network reads in %s that the connection is cut once, and below the notes only what becomes of them",
  (locale, cut, kept) => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    show("reconnecting", { notes: "offline", locale });
    expect(screen.getAllByText(cut)).toHaveLength(1);
    const [line, read] = screen.getAllByText(kept);
    expect([line?.getAttribute("aria-hidden"), read?.getAttribute("role")]).toEqual(["true", "status"]);
  },
);

it("where only the server is out of reach, the dock says that the connection is cut", () => {
  show("reconnecting", { notes: "offline" });
  expect(screen.getAllByText(/Connexion coupée/)).toHaveLength(1);
});

it("notes that closed for somebody who is still signed in say so, and are read out once", () => {
  show("online", { notes: "refused" });
  expect(
    screen.getAllByText(/ne sont plus ouvertes/).filter((line) => line.getAttribute("aria-hidden") !== "true"),
  ).toHaveLength(1);
});

it("whoever has too many pages open reads so, and is offered no sign-in", () => {
  show("crowded");
  expect(screen.getByText(/Trop de pages sont ouvertes à votre nom\./)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});
