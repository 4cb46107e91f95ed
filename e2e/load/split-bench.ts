// How soon people see each other after a split or a move, and after a restart of the video server:
// `npm run build`, then `npx tsx e2e/load/split-bench.ts [people] [rounds]`. Real browsers with small made-up cameras, a real video server
// (LIVEKIT_SERVER_BIN), the demonstration on SQLite. From the order on the live connection to the first picture of each of the others.
import { setTimeout as wait } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { findLivekitServer } from "../../server/livekit.mjs";
import { type LiveHall, openLiveHall } from "../fixtures/live-hall";
import { findChromium } from "../stages/find-chromium.mjs";

const people = Number(process.argv[2] ?? 8);
const rounds = Number(process.argv[3] ?? 5);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const PATIENCE_MS = 30_000;

type Noting = Window & { seen: { id: string; atMs: number }[] };

/** In the page: notes when the first frame of each new picture of somebody is there, to 20 ms. */
function noteFirstFrames(): void {
  const noted = new WeakSet<Element>();
  const { seen } = Object.assign(window, { seen: [] }) as unknown as Noting;
  setInterval(() => {
    for (const video of document.querySelectorAll<HTMLVideoElement>("figure[data-person] video")) {
      if (noted.has(video) || video.videoWidth === 0 || video.getVideoPlaybackQuality().totalVideoFrames === 0)
        continue;
      noted.add(video);
      seen.push({ id: video.closest("figure")?.dataset.person ?? "", atMs: Date.now() });
    }
  }, 20);
}

interface Seat {
  readonly page: Page;
  readonly id: string;
}

/** For each of `wanted`, how long after `fromMs` this page showed their first picture; infinite where it did not within half a minute. */
async function firstPictures({ page }: Seat, wanted: readonly string[], fromMs: number): Promise<number[]> {
  for (;;) {
    const all = await page.evaluate(() => (window as unknown as Noting).seen);
    const seen = all.filter(({ atMs }) => atMs >= fromMs);
    const found = wanted.map((id) => (seen.find((one) => one.id === id)?.atMs ?? Number.POSITIVE_INFINITY) - fromMs);
    if (found.every(Number.isFinite) || Date.now() - fromMs > PATIENCE_MS) return found;
    await wait(200);
  }
}

function report(name: string, figures: readonly number[]): void {
  const sorted = [...figures].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  say(`${name}: ${sorted.length} pictures, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, last ${at(1)} ms`);
}

interface Run {
  readonly hall: LiveHall;
  readonly seats: readonly Seat[];
}

const idsOf = ({ seats }: Run): string[] => seats.map(({ id }) => id);

async function everybodySees(run: Run, fromMs: number): Promise<number[]> {
  const each = await Promise.all(
    run.seats.map((seat) =>
      firstPictures(
        seat,
        idsOf(run).filter((id) => id !== seat.id),
        fromMs,
      ),
    ),
  );
  return each.flat();
}

async function measureSplits(run: Run): Promise<number[]> {
  const figures: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await run.hall.callBack();
    await wait(3000);
    const fromMs = Date.now();
    await run.hall.order("split-into-groups", { present: idsOf(run), groupSize: people });
    const found = await everybodySees(run, fromMs);
    report(`  split ${round}`, found);
    figures.push(...found);
  }
  return figures;
}

async function measureMoves(run: Run): Promise<number[]> {
  await run.hall.callBack();
  await run.hall.split(idsOf(run), Math.ceil(people / 2));
  const figures: number[] = [];
  for (let move = 0; move < rounds; move += 1) {
    await wait(3000);
    const { round } = await run.hall.session();
    const mover = run.seats[move % people] as Seat;
    const fromGroupId = round?.seats[mover.id];
    const toGroupId = round?.groups.find(({ groupId }) => groupId !== fromGroupId)?.groupId;
    const there = run.seats.filter(({ id }) => round?.seats[id] === toGroupId);
    const fromMs = Date.now();
    await run.hall.order("move-member", { participationId: mover.id, fromGroupId, toGroupId });
    const mine = firstPictures(
      mover,
      there.map(({ id }) => id),
      fromMs,
    );
    const theirs = there.map((seat) => firstPictures(seat, [mover.id], fromMs));
    const found = (await Promise.all([mine, ...theirs])).flat();
    report(`  move ${move + 1}`, found);
    figures.push(...found);
  }
  return figures;
}

/** From the moment when the video server answers again. */
async function measureRestarts(run: Run): Promise<number[]> {
  await run.hall.callBack();
  await run.hall.split(idsOf(run), people);
  const figures: number[] = [];
  for (let restart = 0; restart < Math.min(3, rounds); restart += 1) {
    await wait(4000);
    await run.hall.video.kill("SIGKILL");
    await wait(2000 + 2000 * restart);
    await run.hall.video.restart();
    const found = await everybodySees(run, Date.now());
    report(`  restart ${restart + 1}`, found);
    figures.push(...found);
  }
  return figures;
}

const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--use-fake-device-for-media-stream=fps=5",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
  ],
});
const hall = await openLiveHall(browser, { binary: findLivekitServer() ?? "", members: people });
try {
  const seats: Seat[] = [];
  for (const person of hall.people.members) {
    const page = await hall.enter(person);
    await page.addInitScript(noteFirstFrames);
    await page.reload();
    seats.push({ page, id: person.participationId });
  }
  const run = { hall, seats };
  await wait(5000);
  report("splits", await measureSplits(run));
  report("moves", await measureMoves(run));
  report("restarts of the video server", await measureRestarts(run));
} finally {
  await browser.close();
  await hall.stop();
}
