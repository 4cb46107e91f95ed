import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import type { Locale } from "~/app/domain/kernel/locale";
import { i18nOf } from "~/app/i18n/translate";
import { emptySnapshot, type VideoSnapshot } from "~/realtime/browser/video/video-room";
import { VideoContext } from "./video-context";
import { VideoDock } from "./video-dock";

afterEach(cleanup);

const seen: VideoSnapshot = { ...emptySnapshot("idle"), state: { kind: "live" }, maySend: "camera" };
const heard: VideoSnapshot = { ...seen, maySend: "camera-and-microphone" };
const on = { on: true, sent: true, busy: false, trouble: null };

interface Shown {
  readonly snapshot: VideoSnapshot;
  readonly ownTurn: boolean | null;
  readonly locale?: Locale;
}

/** The dock in French; `pressed` collects what the microphone was asked. */
function dock({ snapshot, ownTurn, locale = "fr" }: Shown, pressed: boolean[] = []) {
  const nothing = () => {};
  const others = { setCamera: nothing, takeChoice: nothing, startSound: nothing, tryAgain: nothing, watch: nothing };
  const actions = { ...others, setMicrophone: (wanted: boolean) => void pressed.push(wanted) };
  return (
    <I18nextProvider i18n={i18nOf(locale)}>
      <VideoContext.Provider value={{ snapshot, actions, people: [] }}>
        <VideoDock ownTurn={ownTurn} />
      </VideoContext.Provider>
    </I18nextProvider>
  );
}

it("keeps a microphone that waits for its turn closed, and says why in each language", () => {
  const pressed: boolean[] = [];
  render(dock({ snapshot: seen, ownTurn: false }, pressed));
  fireEvent.click(screen.getByRole("button", { name: "Micro", description: /s’ouvrira quand ce sera votre tour/ }));
  expect(pressed).toEqual([]);
  cleanup();
  render(dock({ snapshot: seen, ownTurn: false, locale: "en" }));
  expect(screen.getByText("Your microphone opens when it is your turn.")).toBeTruthy();
});

it("says that it is one's turn, opens the microphone with one press, and says when the turn is over", () => {
  const pressed: boolean[] = [];
  const { rerender } = render(dock({ snapshot: seen, ownTurn: false }));
  rerender(dock({ snapshot: heard, ownTurn: true }, pressed));
  expect(screen.getByText(/ouvrez votre micro/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Micro" }));
  expect(pressed).toEqual([true]);
  rerender(dock({ snapshot: { ...heard, microphone: on }, ownTurn: true }));
  expect(screen.getByText(/on vous entend/)).toBeTruthy();
  rerender(dock({ snapshot: seen, ownTurn: false }));
  expect(screen.getByText(/Votre tour est terminé/)).toBeTruthy();
});

it("does not say that a speaker is heard whose sound does not reach the room, in each language", () => {
  const speaking = { ...heard, microphone: on };
  for (const lost of [
    { ...speaking, state: { kind: "reconnecting", sure: true } as const },
    { ...speaking, microphone: { ...on, sent: false } },
  ]) {
    render(dock({ snapshot: lost, ownTurn: true }));
    expect(screen.queryByText(/on vous entend\./)).toBeNull();
    expect(screen.getByText(/on ne vous entend plus/)).toBeTruthy();
    cleanup();
    render(dock({ snapshot: lost, ownTurn: true, locale: "en" }));
    expect(screen.getByText(/people do not hear you any more/)).toBeTruthy();
    cleanup();
  }
  render(dock({ snapshot: speaking, ownTurn: true }));
  expect(screen.getByText(/on vous entend\./)).toBeTruthy();
});

it("has nothing to say about turns where nobody needs one", () => {
  render(dock({ snapshot: heard, ownTurn: null }));
  expect(screen.queryByText(/tour/)).toBeNull();
  expect(screen.getByRole("button", { name: "Micro" }).getAttribute("aria-disabled")).toBe("false");
});
