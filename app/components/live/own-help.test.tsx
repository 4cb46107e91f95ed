import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { participation } from "~/app/domain/testing/live";
import { i18nOf } from "~/app/i18n/translate";
import { aLiveSession, aLiveState } from "~/realtime/testing/live-builders";
import type { HelpCall } from "../../domain/deliberation/live-state";
import { LiveProvider } from "./live-context";
import { OwnHelp } from "./own-help";

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

/** The page of Karim, whose call this was; as it is opened. */
function open(locale: "fr" | "en", callId: string, progress: HelpCall["progress"]): void {
  cleanup();
  const karim = participation("karim");
  const call = { callId: callId as HelpCall["callId"], participationId: karim, groupId: null, calledAtMs: 0, progress };
  const state = { ...aLiveState({ as: "karim" }), help: [call] };
  shown = (
    <I18nextProvider i18n={i18nOf(locale)}>
      <LiveProvider live={aLiveSession(state, ["karim"])} timeZone="Europe/Paris">
        <OwnHelp />
      </LiveProvider>
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
  render(<Stub />);
}

const settled = () => ({ kind: "closed", how: "helped", byId: participation("sonia"), atMs: Date.now() }) as const;

it("says that a call is settled until the person closes it, also after a reload; not so of the next call", async () => {
  open("fr", "first", settled());
  expect(await screen.findByText(/Sonia a noté que votre appel est réglé/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Fermer" }));
  expect(screen.queryByText(/est réglé/)).toBeNull();
  open("fr", "first", settled());
  await screen.findByRole("status");
  expect(screen.queryByText(/est réglé/)).toBeNull();
  open("en", "second", settled());
  expect(await screen.findByRole("button", { name: "Close" })).toBeTruthy();
});

it("is not closed while somebody may still come", async () => {
  open("fr", "first", { kind: "open" });
  expect(await screen.findByText("L’équipe est prévenue.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Fermer" })).toBeNull();
});
