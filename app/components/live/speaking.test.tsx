import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { participation } from "~/app/domain/testing/live";
import { i18nOf } from "~/app/i18n/translate";
import { emptySnapshot, type VideoActions } from "~/realtime/browser/video/video-room";
import { aLiveSession, aLiveState, aQueue } from "~/realtime/testing/live-builders";
import { emptyFloor, type Floor, type LiveState } from "../../domain/deliberation/live-state";
import { VideoContext } from "../video/video-context";
import { HallDock } from "./hall-dock";
import { LiveProvider } from "./live-context";
import { SpeakingQueue } from "./speaking-queue";

afterEach(cleanup);

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

function show(state: LiveState, piece: ReactNode): unknown[] {
  const asked: unknown[] = [];
  const live = aLiveSession(state, ["jeanne", "karim"], asked);
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

const turnOf = (name: string) => ({ turnId: "turn" as never, participationId: participation(name), startedAtMs: 0 });
const asJeanne = (floor: Floor) => aLiveState({ as: "jeanne" }, { floor });

it("says for each who waits why they are where they are, those who spoke less first", () => {
  const spoken = { [participation("karim")]: { turns: 2, speakingTimeMs: 1 } };
  const floor = { ...emptyFloor, queue: aQueue(["karim", 1], ["jeanne", 2]), spoken };
  show(asJeanne(floor), <SpeakingQueue floor={floor} groupId={null} gives={false} />);
  const lines = screen.getAllByRole("listitem").map((line) => line.textContent);
  expect(lines[0]).toMatch(/Vous.*n’a pas encore parlé.*à suivre/);
  expect(lines[1]).toMatch(/Karim.*a parlé 2 fois/);
});

it("offers to give the floor to those who may, each by name", async () => {
  const floor = { ...emptyFloor, queue: aQueue(["karim", 1]) };
  const asked = show(asJeanne(floor), <SpeakingQueue floor={floor} groupId={null} gives />);
  fireEvent.click(screen.getByRole("button", { name: "Donner la parole à Karim" }));
  await waitFor(() =>
    expect(asked).toEqual([
      { name: "give-turn", input: { sessionId: "session", groupId: null, participationId: "karim" } },
    ]),
  );
});

it("has one thing to do: ask, take the hand down, or give the floor back", () => {
  show(asJeanne(emptyFloor), <HallDock floor={emptyFloor} groupId={null} />);
  expect(screen.getByRole("button", { name: "Demander la parole" })).toBeTruthy();
  cleanup();
  const waits = { ...emptyFloor, queue: aQueue(["jeanne", 1]) };
  show(asJeanne(waits), <HallDock floor={waits} groupId={null} />);
  expect(screen.getByText("Vous êtes la prochaine personne")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Retirer ma demande" })).toBeTruthy();
  cleanup();
  const speaks = { ...emptyFloor, turn: turnOf("jeanne") };
  show(asJeanne(speaks), <HallDock floor={speaks} groupId={null} />);
  expect(screen.getByRole("button", { name: "J’ai fini de parler" })).toBeTruthy();
});

it("offers nothing to say where nobody speaks in turn, and nothing to who may not ask", () => {
  show(asJeanne(emptyFloor), <HallDock floor={null} groupId={null} />);
  expect(screen.queryByRole("button", { name: "Demander la parole" })).toBeNull();
  cleanup();
  const observer = aLiveState({ as: "olga", role: "observer" });
  show(observer, <HallDock floor={emptyFloor} groupId={null} />);
  expect(screen.queryByRole("button", { name: "Demander la parole" })).toBeNull();
});

it("does not say that somebody has the floor whose line is lost", () => {
  const floor = { ...emptyFloor, turn: turnOf("karim") };
  const queue = <SpeakingQueue floor={floor} groupId={null} gives={false} />;
  const seen = { participationId: participation("karim"), name: "Karim", isMe: false, speaking: false };
  const karim = { ...seen, microphoneOn: true, picture: null, frozen: false, lost: true };
  const snapshot = { ...emptySnapshot("idle"), state: { kind: "live" } as const, people: [karim] };
  show(asJeanne(floor), queue);
  expect(screen.getByText("a la parole")).toBeTruthy();
  cleanup();
  const context = { snapshot, actions: {} as VideoActions, people: [] };
  show(asJeanne(floor), <VideoContext.Provider value={context}>{queue}</VideoContext.Provider>);
  expect(screen.queryByText("a la parole")).toBeNull();
  expect(screen.getByText("connexion coupée")).toBeTruthy();
});
