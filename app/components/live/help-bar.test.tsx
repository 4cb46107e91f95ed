// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { participation } from "~/app/domain/testing/live";
import { i18nOf } from "~/app/i18n/translate";
import { aLiveSession, aLiveState, aRound } from "~/realtime/testing/live-builders";
import type { HelpCall, LiveState } from "../../domain/deliberation/live-state";
import { HelpBar } from "./help-bar";
import { LiveProvider } from "./live-context";

afterEach(cleanup);

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

/** The bar of a team member while Karim calls from nowhere: no group. */
function calling(locale: "fr" | "en", round: LiveState["session"]["round"]): void {
  const state = aLiveState({ as: "claire", role: "organiser" }, { round });
  const progress = { kind: "taken", byId: participation("claire"), atMs: Date.now() } as const;
  const call: HelpCall = {
    callId: "call" as HelpCall["callId"],
    participationId: participation("karim"),
    groupId: null,
    calledAtMs: Date.now(),
    progress,
  };
  shown = (
    <I18nextProvider i18n={i18nOf(locale)}>
      <LiveProvider live={aLiveSession({ ...state, help: [call] }, ["karim"])} timeZone="Europe/Paris">
        <HelpBar />
      </LiveProvider>
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
  render(<Stub />);
}

it("says that who calls waits at the entry, when the groups sit without them", () => {
  calling("fr", aRound({ jeanne: 1 }));
  expect(screen.getByText(/^à l’entrée · depuis/)).toBeTruthy();
  cleanup();
  calling("en", aRound({ jeanne: 1 }));
  expect(screen.getByText(/^at the entrance · /)).toBeTruthy();
});

it("says that who calls is in the plenary, when everybody is", () => {
  calling("fr", null);
  expect(screen.getByText(/^en plénière · depuis/)).toBeTruthy();
});
