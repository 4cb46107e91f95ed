// How soon every screen says in words that a speaker's line is lost: `npm run build`, then `npx tsx e2e/load/lost-line-bench.ts [rounds]`.
// Real browsers, a real video server (LIVEKIT_SERVER_BIN), the demonstration on SQLite; from the cut of the speaker's network (sockets, sound and
// picture) until the words are to be read, in the plenary and in a group.
import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Locator, Page } from "@playwright/test";
import { findLivekitServer } from "../../server/livekit.mjs";
import { cutLine } from "../fixtures/cut-line";
import { type LiveHall, openLiveHall } from "../fixtures/live-hall";
import { type MediaRelay, openMediaRelay } from "../fixtures/media-relay";
import type { SignedInPerson } from "../fixtures/signed-in-people";
import { nowMs } from "./first-pictures";
import { openBrowser } from "./open-browser";

const rounds = Number(process.argv[2] ?? 3);
const LONGEST_MS = 60_000;
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** What is to be read on a page, and where. */
interface Sign {
  readonly screen: string;
  readonly page: Page;
  readonly selector: string;
  readonly words: string;
}

interface Screens {
  readonly hall: LiveHall;
  readonly relay: MediaRelay;
  readonly who: SignedInPerson;
  readonly speaker: Page;
  /** What they read beside their own picture. */
  readonly ownWords: string;
  readonly others: Readonly<Record<string, Page>>;
  readonly consoles: Readonly<Record<string, Page>>;
}

const queue = "section[aria-labelledby=queue-title]";
const queueOf = (page: Page): Locator => page.locator(queue);
const lostWords = "connexion coupée";

/** Every place where it is to be read. */
function signsOn({ who, speaker, ownWords, others, consoles }: Screens): readonly Sign[] {
  const inQueue = ([screen, page]: readonly [string, Page]): Sign => ({
    screen: `${screen}, queue`,
    page,
    selector: queue,
    words: lostWords,
  });
  const onPicture = ([screen, page]: readonly [string, Page]): Sign => ({
    screen: `${screen}, picture`,
    page,
    selector: `figure[data-person="${who.participationId}"]`,
    words: lostWords,
  });
  return [
    { screen: "speaker, video", page: speaker, selector: "main", words: ownWords },
    inQueue(["speaker", speaker]),
    ...Object.entries(others).flatMap((other) => [inQueue(other), onPicture(other)]),
    ...Object.entries(consoles).map(inQueue),
  ];
}

/** In the page: notes when the words are to be read there, by the clock that all pages share. */
function readOn({ selector, words }: Pick<Sign, "selector" | "words">): Promise<number> {
  return new Promise((read) => {
    const look = () => {
      const isThere = [...document.querySelectorAll<HTMLElement>(selector)].some((place) =>
        place.textContent?.includes(words),
      );
      if (!isThere) return;
      observer.disconnect();
      read(performance.timeOrigin + performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
}

async function untilSpeaking(page: Page): Promise<void> {
  await queueOf(page).getByText("a la parole").waitFor({ timeout: LONGEST_MS });
  await page.getByText("La vidéo est coupée un instant.").waitFor({ state: "hidden", timeout: LONGEST_MS });
}

/** The page shows that they speak, hears somebody, and has their picture. */
async function untilTheyAreThere(page: Page, { participationId }: SignedInPerson): Promise<void> {
  await queueOf(page).getByText("a la parole").waitFor({ timeout: LONGEST_MS });
  await page.locator("[data-sound=others] audio").first().waitFor({ state: "attached", timeout: LONGEST_MS });
  await page.locator(`figure[data-person="${participationId}"] video`).waitFor({ timeout: LONGEST_MS });
}

/** When it is to be read, by the clock of this process; infinite where it is not within a minute. */
const readAtMs = ({ page, selector, words }: Sign): Promise<number> =>
  Promise.race([page.evaluate(readOn, { selector, words }), wait(LONGEST_MS, Number.POSITIVE_INFINITY)]);

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

async function measure(name: string, screens: Screens, groupId: string | null): Promise<void> {
  const found = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    await screens.hall.order("give-turn", { groupId, participationId: screens.who.participationId });
    await untilSpeaking(screens.speaker);
    for (const page of Object.values(screens.others)) await untilTheyAreThere(page, screens.who);
    // Whenever within a second of anybody's looking it falls.
    await wait(2_000 + (round * 1_000) / rounds);
    const signs = signsOn(screens);
    const reading = signs.map(readAtMs);
    const fromMs = nowMs();
    const mend = await cutLine(screens.speaker, screens.relay);
    const all = await Promise.all(reading);
    for (const [at, { screen }] of signs.entries()) {
      found.set(screen, [...(found.get(screen) ?? []), (all[at] ?? Number.NaN) - fromMs]);
    }
    await mend();
    await untilSpeaking(screens.speaker);
  }
  for (const [screen, all] of found) say(`  ${name} · ${screen}: ${all.map(seconds).join(" · ")} s`);
  say(`${name}: last ${seconds(Math.max(...[...found.values()].flat()))} s`);
}

async function openAll(browser: Browser): Promise<Screens> {
  const hall = await openLiveHall(browser, { binary: findLivekitServer() ?? "", members: 2 });
  const relay = await openMediaRelay(hall.video.udpPort);
  const { members, facilitator, organiser, assemblyId, sessionId } = hall.people;
  const [who, listener] = members as [SignedInPerson, SignedInPerson];
  const console = await hall.enter(organiser, { camera: false, microphone: false });
  await console.goto(`${hall.server.url}/fr/assembly/${assemblyId}/session/${sessionId}`);
  return {
    hall,
    relay,
    who,
    speaker: await hall.enter(who, { relay }),
    ownWords: "on ne vous entend plus",
    others: {
      member: await hall.enter(listener),
      facilitator: await hall.enter(facilitator),
      organiser: await hall.enter(organiser),
    },
    consoles: { "organiser's console": console },
  };
}

const browser = await openBrowser();
const screens = await openAll(browser);
try {
  await measure("plenary", screens, null);
  const { hall, others } = screens;
  const present = [...hall.people.members, hall.people.facilitator].map(({ participationId }) => participationId);
  const groupId = await hall.split(present, 2);
  const inGroup = { member: others.member as Page, facilitator: others.facilitator as Page };
  const ownWords = "La vidéo est coupée un instant.";
  await measure("group", { ...screens, ownWords, others: inGroup, consoles: {} }, groupId);
} finally {
  await browser.close();
  screens.relay.close();
  await screens.hall.stop();
}
