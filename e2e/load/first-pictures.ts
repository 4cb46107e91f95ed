// What the benches of the hall measure in a page: when something that leads to a picture has happened there, and when the picture is there.
import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "@playwright/test";

/** The steps of a page on its way to the others' pictures: it hears of the move, has a way in, is let in, has a line, is given tracks, shows them. */
export const steps = ["fact", "token", "let-in", "line", "track", "picture"] as const;
export type Step = (typeof steps)[number];

interface Noted {
  readonly step: Step;
  /** Whose picture it is; else empty. */
  readonly id: string;
  /** Of the machine's clock, which all pages share. */
  readonly atMs: number;
}

type Noting = Window & { noted: Noted[] };

export interface Seat {
  readonly page: Page;
  readonly id: string;
}

/** In the page, before anything else of it runs. */
export function noteSteps(): void {
  const { noted } = Object.assign(window, { noted: [] }) as unknown as Noting;
  const note = (step: Step, id = "") => void noted.push({ step, id, atMs: performance.timeOrigin + performance.now() });
  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      if (String(url).includes("/rtc")) this.addEventListener("open", () => note("let-in"));
      else
        this.addEventListener("message", ({ data }) => {
          if (/^42\["facts".*"(round-opened|member-placed)"/.test(data)) note("fact");
          if (String(data).startsWith('42["room"')) note("token");
        });
    }
  };
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener("connectionstatechange", () => this.connectionState === "connected" && note("line"));
      this.addEventListener("track", ({ track }) => track.kind === "video" && note("track"));
    }
  };
  // Of a stream it says that the first picture is there.
  document.addEventListener(
    "loadeddata",
    ({ target }) => {
      const person = (target as Element).closest<HTMLElement>("figure[data-person]")?.dataset.person;
      if (person !== undefined) note("picture", person);
    },
    true,
  );
}

export const nowMs = (): number => performance.timeOrigin + performance.now();

const PATIENCE_MS = 30_000;

/** For each of `wanted`, how long after `fromMs` this page showed their first picture; infinite where it did not within half a minute. */
export async function firstPictures({ page }: Seat, wanted: readonly string[], fromMs: number): Promise<number[]> {
  for (;;) {
    const pictures = (await notedSince(page, fromMs)).filter(({ step }) => step === "picture");
    const found = wanted.map(
      (id) => (pictures.find((one) => one.id === id)?.atMs ?? Number.POSITIVE_INFINITY) - fromMs,
    );
    if (found.every(Number.isFinite) || nowMs() - fromMs > PATIENCE_MS) return found;
    await wait(500);
  }
}

async function notedSince(page: Page, fromMs: number): Promise<readonly Noted[]> {
  const all = await page.evaluate(() => (window as unknown as Noting).noted);
  return all.filter(({ atMs }) => atMs >= fromMs);
}

/** How long after `fromMs` each step was taken; the last of each kind in each page. */
export async function stepsSince(
  seats: readonly Seat[],
  fromMs: number,
): Promise<ReadonlyMap<Step, readonly number[]>> {
  const each = await Promise.all(seats.map(({ page }) => notedSince(page, fromMs)));
  const lastOf = (noted: readonly Noted[], step: Step) => noted.findLast((one) => one.step === step);
  return new Map(
    steps.map((step) => [step, each.flatMap((noted) => (lastOf(noted, step)?.atMs ?? Number.NaN) - fromMs)]),
  );
}

/** The others' first pictures on every page. */
export async function everybodySees(seats: readonly Seat[], fromMs: number): Promise<number[]> {
  const others = ({ id }: Seat) => seats.flatMap((seat) => (seat.id === id ? [] : seat.id));
  return (await Promise.all(seats.map((seat) => firstPictures(seat, others(seat), fromMs)))).flat();
}

/** The value below which this share of the figures lies, rounded. */
export function shareOf(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}
