import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { LiveProvider } from "~/app/components/live/live-context";
import { emptyFloor } from "~/app/domain/deliberation/live-state";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { AgendaItemId, DocumentId } from "~/app/domain/kernel/ids";
import { i18nOf } from "~/app/i18n/translate";
import { aLiveSession, aLiveState, anAttendee, aRound } from "~/realtime/testing/live-builders";
import { LobbyList } from "./lobby-list";
import { Rooms } from "./rooms";
import { RunSheet } from "./run-sheet";

afterEach(cleanup);

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

const attendees = [anAttendee("Jeanne", 1), anAttendee("Karim", 2), anAttendee("Léa", 3), anAttendee("Inès", null)];
const round = aRound({ jeanne: 1 }, "inès");
const state = aLiveState({ as: "claire", role: "organiser" }, { attendees, round });

function show(present: readonly string[], piece: ReactNode, seen = state): unknown[] {
  const asked: unknown[] = [];
  const live = aLiveSession(seen, present, asked);
  shown = (
    <I18nextProvider i18n={i18nOf("fr")}>
      <LiveProvider live={live} timeZone="Europe/Paris">
        {piece}
      </LiveProvider>
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
  render(<Stub />);
  return asked;
}

it("places a late arrival who is here with one click, in the smallest group", async () => {
  const asked = show(["karim"], <LobbyList />);
  expect(screen.queryByText("Léa")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Placer dans le groupe 2 (Karim)" }));
  await waitFor(() =>
    expect(asked).toEqual([
      { name: "place-member", input: { sessionId: "session", participationId: "karim", groupId: "group-2" } },
    ]),
  );
});

it("says where nobody facilitates, by assignment or by absence", () => {
  show(["jeanne"], <Rooms />);
  expect(screen.getByText("Inès n’est pas là")).toBeTruthy();
  expect(screen.getByText("Personne n’anime ce groupe")).toBeTruthy();
});

it("says until when each group works, and which has more time than the others", () => {
  const group = { roundId: round.roundId, sessionId: state.session.sessionId, floor: emptyFloor, ideas: [] };
  const [first, second] = round.groups.map(({ groupId, number }, at) => ({
    ...group,
    groupId,
    number,
    documentId: `notes-${number}` as DocumentId,
    moreTime: at === 0 ? { moreMs: 2 * MINUTE_MS, sinceMs: null } : null,
  }));
  if (!first || !second) throw new Error("two groups were expected");
  const session = { ...state.session, itemEndsAtMs: Date.UTC(2026, 2, 14, 9, 40) };
  show([], <Rooms />, { ...state, session, groups: { [first.groupId]: first, [second.groupId]: second } });
  expect(screen.getByText(/^Jusqu’à/, { selector: "p:has(strong)" }).textContent).toMatch(
    /10\sh\s42, 2\smin de plus que les autres/,
  );
  expect(screen.getAllByText(/^Jusqu’à/).map(({ textContent }) => textContent)[1]).toMatch(/10\sh\s40$/);
});

it("marks every point as done once the session is over, and only those before the current one while it runs", () => {
  const agenda = ["Accueil", "Synthèse"].map((title, at) => ({
    itemId: `item-${at}` as AgendaItemId,
    mode: "plenary" as const,
    minutes: 15,
    title: { fr: title },
    prompt: {},
  }));
  const last = { ...state.session, round: null, agenda, currentItemId: "item-1" as AgendaItemId };
  show([], <RunSheet groupSize={2} />, { ...state, session: last });
  expect(screen.getAllByRole("listitem").map((line) => line.textContent?.includes("fait"))).toEqual([true, false]);
  cleanup();
  show([], <RunSheet groupSize={2} />, { ...state, session: { ...last, state: "closed" } });
  expect(screen.getAllByRole("listitem").map((line) => line.textContent?.includes("fait"))).toEqual([true, true]);
});
