import { act, cleanup, render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Locale } from "~/app/domain/kernel/locale";
import { i18nOf } from "~/app/i18n/translate";
import { emptySnapshot, type VideoState } from "~/realtime/browser/video/video-room";
import { VideoContext } from "./video-context";
import { VideoNotice } from "./video-notice";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const nothing = () => {};
const actions = {
  setMicrophone: nothing,
  setCamera: nothing,
  takeChoice: nothing,
  startSound: nothing,
  tryAgain: nothing,
  watch: nothing,
};

function notice(state: VideoState, locale: Locale = "fr") {
  const snapshot = { ...emptySnapshot("idle"), state };
  return (
    <I18nextProvider i18n={i18nOf(locale)}>
      <VideoContext.Provider value={{ snapshot, actions, people: [] }}>
        <VideoNotice />
      </VideoContext.Provider>
    </I18nextProvider>
  );
}

const cut = () => screen.queryByText(/La vidéo est coupée un instant/);

it("says at once that the line is lost, in each language", () => {
  render(notice({ kind: "reconnecting", sure: true }));
  expect(cut()).toBeTruthy();
  cleanup();
  render(notice({ kind: "reconnecting", sure: true }, "en"));
  expect(screen.queryByText(/Video is interrupted/)).toBeTruthy();
});

it("waits a moment where it may be back at once, no longer than until it is sure, and stays while the way back is looked for", () => {
  const { rerender } = render(notice({ kind: "reconnecting", sure: false }));
  expect(cut()).toBeNull();
  rerender(notice({ kind: "reconnecting", sure: true }));
  expect(cut()).toBeTruthy();
  rerender(notice({ kind: "reconnecting", sure: false }));
  expect(cut()).toBeTruthy();
  rerender(notice({ kind: "live" }));
  rerender(notice({ kind: "reconnecting", sure: false }));
  expect(cut()).toBeNull();
  act(() => void vi.advanceTimersByTime(2_000));
  expect(cut()).toBeTruthy();
});
