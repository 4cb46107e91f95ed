import { createRemixStub } from "@remix-run/testing";
import { act, cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it, vi } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { ServerClockProvider } from "~/app/hooks/use-server-clock";
import { i18nOf } from "~/app/i18n/translate";
import { serverPage, showPage } from "../testing/show-page";
import { Countdown } from "./countdown";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** What the page of a test shows. */
let shown: ReactNode = null;
const Page = () => shown;

/** The time left as it is read out and as it is seen, so many milliseconds before the end. */
async function left(locale: "fr" | "en", leftMs: number): Promise<readonly [string | null, string | null]> {
  shown = (
    <I18nextProvider i18n={i18nOf(locale)}>
      <Countdown endsAtMs={Date.now() + leftMs} timeZone="Europe/Paris" />
    </I18nextProvider>
  );
  const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
  render(<Stub />);
  const timer = await screen.findByRole("timer");
  const said = [timer.getAttribute("aria-label"), timer.textContent] as const;
  cleanup();
  return said;
}

it("is seen as a clock, and read out in hours and minutes", async () => {
  const [read, seen] = await left("fr", 61.7 * MINUTE_MS);
  expect(seen).toMatch(/^1:01:\d\d$/);
  expect(read).toBe("Temps restant 1\u00a0h\u00a002");
  expect((await left("en", 61.7 * MINUTE_MS))[0]).toMatch(/1\sh\s02\smin$/);
  expect((await left("fr", 30_000))[0]).toBe("Temps restant 1\u00a0min");
  expect((await left("fr", -1))[0]).toBe("Temps écoulé");
});

/** A countdown of so many minutes; `after` lets time pass, in seconds. */
function run(minutes: number, offsetMs = 0) {
  vi.useFakeTimers();
  vi.setSystemTime(Date.UTC(2026, 2, 14, 9, 0));
  const ended: string[] = [];
  const endsAtMs = Date.now() + minutes * MINUTE_MS;
  const countdown = <Countdown endsAtMs={endsAtMs} timeZone="Europe/Paris" onEnd={() => ended.push("end")} />;
  showPage(<ServerClockProvider offsetMs={offsetMs}>{countdown}</ServerClockProvider>);
  const said = () => [screen.getByRole("timer").textContent, screen.getByRole("status").textContent];
  const after = (seconds: number) => {
    act(() => void vi.advanceTimersByTime(seconds * 1000));
    return said();
  };
  return { ended, after };
}

it("is read out unasked at five minutes, at one, and at its end, and at no other moment", () => {
  const { after } = run(7);
  expect(after(1)[1]).toBe("");
  expect(after(125)[1]).toMatch(/5/);
  expect(after(60)[1]).toBe("");
  expect(after(180)[1]).toMatch(/1|une/i);
  expect(after(60)[1]).toBe("Temps écoulé");
});

it("tells of its end once, and stays at nothing afterwards", () => {
  const { ended, after } = run(1);
  after(58);
  expect(ended).toEqual([]);
  after(5);
  after(30);
  expect(ended).toEqual(["end"]);
});

it("goes by the server's clock on a device whose own is wrong", () => {
  expect(run(10).after(3)[0]).toMatch(/^9:5\d$/);
  cleanup();
  expect(run(10, 4 * MINUTE_MS).after(3)[0]).toMatch(/^5:5\d$/);
});

it("is the hour of the end before any script", () => {
  const endsAtMs = Date.UTC(2026, 2, 14, 9, 40);
  const words = (locale: "fr" | "en") =>
    serverPage(<Countdown endsAtMs={endsAtMs} timeZone="Europe/Paris" />, { locale }).textContent;
  expect(words("fr")).toMatch(/10\sh\s40$/);
  expect(words("en")).toMatch(/10:40/);
});
