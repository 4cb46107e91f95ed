import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { participation } from "~/app/domain/testing/live";
import { i18nOf } from "~/app/i18n/translate";
import { aLiveSession, aLiveState, aRound } from "~/realtime/testing/live-builders";
import { emptyFloor, type GroupState } from "../../domain/deliberation/live-state";
import type { DocumentId } from "../../domain/kernel/ids";
import { Cockpit } from "./cockpit";
import { LiveProvider } from "./live-context";

afterEach(cleanup);

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

/** The cockpit of a table of three where these have spoken. */
function table(locale: "fr" | "en", ...spoke: readonly string[]): void {
  cleanup();
  const round = aRound({ jeanne: 1, karim: 1, léa: 1 });
  const state = aLiveState({ as: "claire", role: "organiser" }, { round });
  const groupId = round.groups[0]?.groupId;
  if (!groupId) throw new Error("a group was expected");
  const spoken = Object.fromEntries(spoke.map((name) => [participation(name), { turns: 1, speakingTimeMs: 1000 }]));
  const group: GroupState = {
    ...{ groupId, roundId: round.roundId, sessionId: state.session.sessionId, number: 1, moreTime: null, ideas: [] },
    documentId: "notes" as DocumentId,
    floor: { ...emptyFloor, spoken },
  };
  const rights = { ownId: null, leads: true, seesCockpit: true, keepsIdeas: true };
  shown = (
    <I18nextProvider i18n={i18nOf(locale)}>
      <LiveProvider live={aLiveSession(state, ["jeanne", "karim", "léa"])} timeZone="Europe/Paris">
        <Cockpit group={group} rights={rights} />
      </LiveProvider>
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
  render(<Stub />);
}

it("proposes to give the floor to the one, or to the several, who have not spoken", async () => {
  table("fr", "jeanne", "karim");
  expect(await screen.findByText(/donnez-lui la parole/)).toBeTruthy();
  table("fr", "jeanne");
  expect(await screen.findByText(/donnez-leur la parole/)).toBeTruthy();
  table("en", "jeanne", "karim");
  expect(await screen.findByText(/Léa has not spoken yet/)).toBeTruthy();
});
