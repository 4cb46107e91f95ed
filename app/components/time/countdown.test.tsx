// @vitest-environment jsdom
import { createRemixStub } from "@remix-run/testing";
import { cleanup, render, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { i18nOf } from "~/app/i18n/translate";
import { Countdown } from "./countdown";

afterEach(cleanup);

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
