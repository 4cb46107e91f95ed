// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { i18nOf } from "~/app/i18n/translate";
import type { LiveConnection } from "../../hooks/live/live-session";
import { ConnectionLine } from "./connection-line";
import { aLiveSession, aLiveState } from "./live-builders";
import { LiveProvider } from "./live-context";
import { SignedOut } from "./signed-out";

afterEach(cleanup);

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

function show(connection: LiveConnection): void {
  const live = { ...aLiveSession(aLiveState({ as: "jeanne" }), []), connection };
  shown = (
    <I18nextProvider i18n={i18nOf("fr")}>
      <LiveProvider live={live} timeZone="Europe/Paris">
        <SignedOut />
        <ConnectionLine />
      </LiveProvider>
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "*", Component: Page }]);
  render(<Stub initialEntries={["/fr/assembly/a/hall/s?group=g"]} />);
}

it("whoever was signed out reads so, what is kept, and how to come back to the same page", () => {
  show("signed-out");
  expect(screen.getAllByText(/Vous n’êtes plus connecté sur cet appareil\./)).toHaveLength(2);
  expect(screen.getByText(/Tout ce qui était enregistré est gardé\./)).toBeTruthy();
  for (const link of screen.getAllByRole("link", { name: "Me connecter" })) {
    expect(link.getAttribute("href")).toContain("/sign-in?next=%2Ffr%2Fassembly%2Fa%2Fhall%2Fs%3Fgroup%3Dg");
  }
  expect(screen.queryByText(/rien n’est perdu/)).toBeNull();
});

it("whoever has too many pages open reads so, and is offered no sign-in", () => {
  show("crowded");
  expect(screen.getByText(/Trop de pages sont ouvertes à votre nom\./)).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});
