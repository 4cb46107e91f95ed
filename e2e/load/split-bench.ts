// How soon people see each other after a split or a move, and after a restart of the video server; and how soon in bare rooms of the same server:
// `npm run build`, then `npx tsx e2e/load/split-bench.ts [people] [rounds] [splits,moves,restarts,bare]`. Real browsers with small made-up cameras, a
// real video server (LIVEKIT_SERVER_BIN), the demonstration on SQLite. From the order on the live connection to the first picture of each of the others.
// With each split and bare room, when the pages have taken each step on the way: the middle one and the last.
import { setTimeout as wait } from "node:timers/promises";
import { findLivekitServer } from "../../server/livekit.mjs";
import { type LiveHall, openLiveHall } from "../fixtures/live-hall";
import { openBareRooms } from "./bare-rooms";
import { everybodySees, firstPictures, noteSteps, nowMs, type Seat, shareOf, stepsSince } from "./first-pictures";
import { openBrowser } from "./open-browser";

const people = Number(process.argv[2] ?? 8);
const rounds = Number(process.argv[3] ?? 5);
const wanted = (name: string): boolean => (process.argv[4]?.split(",") ?? [name]).includes(name);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

function report(name: string, figures: readonly number[]): void {
  const [p50, p95, last] = [0.5, 0.95, 1].map((share) => shareOf(figures, share));
  say(`${name}: ${figures.length} pictures, p50 ${p50} ms, p95 ${p95} ms, last ${last} ms`);
}

/** When the pages have taken each step, the middle one and the last. */
async function reportSteps(seats: readonly Seat[], fromMs: number): Promise<void> {
  const taken = [...(await stepsSince(seats, fromMs))].filter(([, atMs]) => !atMs.some(Number.isNaN));
  say(`    ${taken.map(([step, atMs]) => `${step} ${shareOf(atMs, 0.5)}/${shareOf(atMs, 1)}`).join(" · ")} ms`);
}

interface Run {
  readonly hall: LiveHall;
  readonly seats: readonly Seat[];
}

const idsOf = ({ seats }: Run): string[] => seats.map(({ id }) => id);

async function measureSplits(run: Run): Promise<number[]> {
  const figures: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await run.hall.callBack();
    await wait(3000);
    const fromMs = nowMs();
    await run.hall.order("split-into-groups", { present: idsOf(run), groupSize: people });
    const found = await everybodySees(run.seats, fromMs);
    report(`  split ${round}`, found);
    await reportSteps(run.seats, fromMs);
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
    const fromMs = nowMs();
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
    const found = await everybodySees(run.seats, nowMs());
    report(`  restart ${restart + 1}`, found);
    figures.push(...found);
  }
  return figures;
}

/** As many people in the same browser, at the same video server, without Hemicycle; the hall's pages are closed for it. */
async function measureBare({ hall, seats }: Run): Promise<number[]> {
  for (const { page } of seats) await page.context().close();
  const address = `${hall.server.url}/robots.txt`;
  const bare = await openBareRooms(browser, { video: hall.video, people, address });
  await bare.moveTo("before");
  const figures: number[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await wait(3000);
    const fromMs = nowMs();
    await bare.moveTo(`bare-${round}`);
    const found = await everybodySees(bare.seats, fromMs);
    report(`  bare ${round}`, found);
    await reportSteps(bare.seats, fromMs);
    figures.push(...found);
  }
  for (const { page } of bare.seats) await page.context().close();
  return figures;
}

const measures = { splits: measureSplits, moves: measureMoves, restarts: measureRestarts, bare: measureBare };

const browser = await openBrowser();
const hall = await openLiveHall(browser, { binary: findLivekitServer() ?? "", members: people });
try {
  const seats: Seat[] = [];
  for (const person of hall.people.members) {
    const page = await hall.enter(person);
    await page.addInitScript(noteSteps);
    await page.reload();
    seats.push({ page, id: person.participationId });
  }
  const run = { hall, seats };
  await wait(5000);
  const found = new Map<string, readonly number[]>();
  for (const [name, measure] of Object.entries(measures)) {
    if (!wanted(name)) continue;
    const figures = await measure(run);
    report(name, figures);
    found.set(name, figures);
  }
  const [splits, bare] = [found.get("splits"), found.get("bare")];
  const onTop = (share: number) => shareOf(splits ?? [], share) - shareOf(bare ?? [], share);
  if (splits && bare) say(`a split on top of bare rooms: p50 ${onTop(0.5)} ms, p95 ${onTop(0.95)} ms`);
} finally {
  await browser.close();
  await hall.stop();
}
