import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { HelpCall, LiveState } from "~/app/domain/deliberation/live-state";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { Locale } from "~/app/domain/kernel/locale";
import { aHelpCall, group, participation } from "~/app/domain/testing/live";
import { aLiveSession, aLiveState, aRound } from "~/realtime/testing/live-builders";
import { showPage } from "../testing/show-page";
import { HelpBar } from "./help-bar";
import { LiveProvider } from "./live-context";

/** What was played. */
let chimes: string[] = [];

/** What a browser has to make a sound with, and jsdom has not: it counts what is played. */
class SilentContext {
  readonly currentTime = 0;
  readonly destination = null;
  readonly resume = async () => {};
  readonly createGain = () => ({ gain: { value: 1 }, connect: () => {} });
  readonly createOscillator = () => ({
    frequency: { setValueAtTime: () => {} },
    connect: () => ({ connect: () => {} }),
    start: () => void chimes.push("chime"),
    stop: () => {},
  });
}

beforeEach(() => {
  chimes = [];
  localStorage.clear();
  document.title = "Console";
  vi.stubGlobal("AudioContext", SilentContext);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

let change: (state: LiveState) => void = () => {};

/** The bar with what its page holds; `change` brings facts. */
function Bar({ first, asked }: { readonly first: LiveState; readonly asked: unknown[] }): ReactNode {
  const [state, setState] = useState(first);
  change = setState;
  return (
    <LiveProvider live={aLiveSession(state, ["karim"], asked)} timeZone="Europe/Paris">
      <HelpBar />
    </LiveProvider>
  );
}

function showBar(state: LiveState, locale: Locale = "fr"): unknown[] {
  const asked: unknown[] = [];
  showPage(<Bar first={state} asked={asked} />, { locale });
  return asked;
}

const round = aRound({ jeanne: 1 });
const claire = aLiveState({ as: "claire", role: "organiser" });
const whereGroupsSit = aLiveState({ as: "claire", role: "organiser" }, { round });
const call = (changes: Partial<HelpCall> = {}): HelpCall => aHelpCall("karim", Date.now(), changes);
const takenBy = (name: string) => ({ kind: "taken", byId: participation(name), atMs: Date.now() }) as const;

it("says that who calls waits at the entry, when the groups sit without them", () => {
  showBar({ ...whereGroupsSit, help: [call()] });
  expect(screen.getByText(/^à l’entrée · depuis/)).toBeTruthy();
  cleanup();
  showBar({ ...whereGroupsSit, help: [call()] }, "en");
  expect(screen.getByText(/^at the entrance · /)).toBeTruthy();
});

it("says that who calls is in the plenary, when everybody is, and since when", () => {
  showBar({ ...claire, help: [aHelpCall("karim", Date.now() - 3.5 * MINUTE_MS)] });
  expect(screen.getByText(/^en plénière · depuis 3\smin$/)).toBeTruthy();
});

it("names the group that a call comes from, with the way into it for those who may enter every group", () => {
  showBar({ ...whereGroupsSit, help: [call({ groupId: group("group-1") })] });
  expect(screen.getByText(/^Groupe 1 · depuis/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Aller voir" }).getAttribute("href")).toBe(
    "/fr/assembly/assembly/hall/session?group=group-1",
  );
  cleanup();
  showBar({ ...whereGroupsSit, help: [call({ groupId: group("group-9") })] });
  expect(screen.queryByRole("link")).toBeNull();
});

it("is taken by whoever answers first: then everybody reads who goes, and settles it instead", async () => {
  const asked = showBar({ ...claire, help: [call()] });
  fireEvent.click(screen.getByRole("button", { name: "J’y réponds (Karim)" }));
  await waitFor(() => expect(asked).toMatchObject([{ name: "answer-help" }]));
  act(() => change({ ...claire, help: [call({ progress: takenBy("claire") })] }));
  expect(screen.getByText("Vous y allez.")).toBeTruthy();
  act(() => change({ ...claire, help: [call({ progress: takenBy("sonia") })] }));
  expect(screen.getByText("Sonia arrive.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /J’y réponds/ })).toBeNull();
  expect(screen.getByRole("button", { name: "C’est réglé (Karim)" })).toBeTruthy();
});

it("counts the calls that nobody has taken in the title of the tab, and leaves the title as it was", () => {
  showBar({ ...claire, help: [aHelpCall("jeanne", 1), aHelpCall("karim", 2)] });
  expect(document.title).toBe("(2) Console");
  act(() =>
    change({ ...claire, help: [aHelpCall("jeanne", 1), aHelpCall("karim", 2, { progress: takenBy("sonia") })] }),
  );
  expect(document.title).toBe("(1) Console");
  cleanup();
  expect(document.title).toBe("Console");
});

it("reads out who has called last, and nothing while nobody calls", () => {
  showBar(claire);
  expect(screen.getByRole("status").textContent).toBe("");
  act(() => change({ ...claire, help: [aHelpCall("jeanne", 1)] }));
  expect(screen.getByRole("status").textContent).toBe("Jeanne appelle à l’aide");
  act(() => change({ ...claire, help: [aHelpCall("jeanne", 1), aHelpCall("karim", 2)] }));
  expect(screen.getByRole("status").textContent).toBe("Karim appelle à l’aide");
});

it("sounds for a call that is new, not for one that was heard, and not where somebody has switched it off", async () => {
  showBar({ ...claire, help: [aHelpCall("jeanne", 1)] });
  await waitFor(() => expect(chimes).toHaveLength(1));
  act(() => change({ ...claire, help: [aHelpCall("jeanne", 1)] }));
  fireEvent.click(screen.getByRole("button", { name: /^Son des appels.*oui$/, pressed: true }));
  act(() => change({ ...claire, help: [aHelpCall("jeanne", 1), aHelpCall("karim", 2)] }));
  await act(async () => {});
  expect(chimes).toHaveLength(1);
  cleanup();
  showBar({ ...claire, help: [] });
  expect(await screen.findByRole("button", { name: /^Son des appels.*non$/, pressed: false })).toBeTruthy();
});

it("is nothing for those who do not answer, and nothing once the session is over", () => {
  showBar({ ...aLiveState({ as: "karim" }), help: [call()] });
  expect(screen.queryByRole("region")).toBeNull();
  cleanup();
  showBar({ ...aLiveState({ as: "claire", role: "organiser" }, { state: "closed" }), help: [call()] });
  expect(screen.queryByRole("region")).toBeNull();
});

it("lets a facilitator hear the calls of her own table, though not those of everybody", () => {
  const led = aLiveState({ as: "inès", role: "facilitator" }, { round: aRound({ karim: 1 }, "inès") });
  showBar({ ...led, groupCalls: { [group("group-1")]: [call({ groupId: group("group-1") })] } });
  expect(screen.getByText("Karim appelle à l’aide", { selector: "strong" })).toBeTruthy();
});
