// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { aLiveSession, aLiveState, anAttendee, aRound } from "~/app/components/live/live-builders";
import { LiveProvider } from "~/app/components/live/live-context";
import { i18nOf } from "~/app/i18n/translate";
import { LobbyList } from "./lobby-list";
import { Rooms } from "./rooms";

afterEach(cleanup);

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

const attendees = [anAttendee("Jeanne", 1), anAttendee("Karim", 2), anAttendee("Léa", 3), anAttendee("Inès", null)];
const round = aRound({ jeanne: 1 }, "inès");
const state = aLiveState(
  { as: "claire", role: "organiser", may: { run: true, place: true, seeEveryGroup: true } },
  { attendees, round },
);

function show(present: readonly string[], piece: ReactNode): unknown[] {
  const asked: unknown[] = [];
  const live = aLiveSession(state, present, asked);
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
