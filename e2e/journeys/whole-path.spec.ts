import { type Browser, type Page, test } from "@playwright/test";
import { createDatabase } from "../fixtures/database";
import { type ServerUnderTest, startServer } from "../fixtures/server";
import { castVote, closeVote, openVote } from "../fixtures/walk/decide";
import { beginRecommendation, expectText, lock, readBooklet, recommendation, write } from "../fixtures/walk/draft";
import { seatFourMembers } from "../fixtures/walk/invite";
import {
  endSession,
  expectNote,
  type Hall,
  keepIdea,
  openSession,
  speakInPlenary,
  splitIntoGroups,
  tableOf,
  writeNote,
} from "../fixtures/walk/live";
import { publish, visitSite } from "../fixtures/walk/publish";
import { drawPanel, importPool, setQuotas } from "../fixtures/walk/recruit";
import { createAssembly, openPhase, setUpInstallation } from "../fixtures/walk/set-up";
import { joinTeam } from "../fixtures/walk/team";

const postgresServer = process.env.TEST_DATABASE_URL;

// Nine people in nine browsers, on a machine that may have two processors.
test.describe.configure({ timeout: 480_000 });

/** From the set-up link to the public result, through the screens only; each person has a browser of their own. */
async function walkTheWholePath(server: ServerUnderTest, browser: Browser): Promise<void> {
  const setupLink = server.setupLink();
  if (!setupLink) throw new Error("the first start printed no set-up link");
  const claire = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await setUpInstallation(claire, setupLink);
  const base = await createAssembly(claire);
  await openPhase(claire, base, "Tirer au sort");
  await importPool(claire, base);
  await setQuotas(claire, base);
  await drawPanel(claire, base);
  const facilitators = [
    await joinTeam(browser, { organiser: claire, base }, { name: "Inès Haddad", role: /^Animation/ }),
    await joinTeam(browser, { organiser: claire, base }, { name: "Paul Tessier", role: /^Animation/ }),
  ];
  await claire.goto(server.outboxLink());
  const members = await seatFourMembers(browser, claire, base);
  await openPhase(claire, base, "Se former");
  const hall = { organiser: claire, facilitators, members: members.map(({ page }) => page) };
  const authors = await meetLive(server, hall, base);
  for (const phase of ["Apprendre", "Délibérer", "Rédiger"]) await openPhase(claire, base, phase);
  await draftTogether(server, authors, base);
  await openPhase(claire, base, "Décider");
  await decideTogether(hall, base);
  await openPhase(claire, base, "Publier");
  const site = await publish(claire, base);
  await visitSite(browser, new URL(site, server.url).href, result);
}

const note = "Les garants : impossible sans parents en CDI.";

/** A session with groups; the server crashes in the middle, and nothing that was acknowledged is lost. */
async function meetLive(server: ServerUnderTest, hall: Hall, base: string): Promise<Authors> {
  const address = await openSession(hall, base);
  await speakInPlenary(hall, address);
  await splitIntoGroups(hall, address);
  const table = await tableOf(hall);
  const [first, second] = table.members;
  if (!first || !second) throw new Error("a group of two has two members");
  await writeNote(first, second, note);
  await server.kill("SIGKILL");
  await server.restart();
  await second.reload();
  await expectNote(second, note);
  await writeNote(second, first, "Après la panne.");
  await keepIdea(table.facilitator, note);
  await endSession(hall);
  return { first, second };
}

interface Authors {
  readonly first: Page;
  readonly second: Page;
}

/** Two members write one recommendation; the server crashes in between. */
async function draftTogether(server: ServerUnderTest, { first, second }: Authors, base: string): Promise<void> {
  const address = await beginRecommendation(first, base, note);
  await second.goto(address);
  await write(first, second, { name: "Ce que nous demandons", text: recommendation.action });
  await server.kill("SIGKILL");
  await server.restart();
  await first.reload();
  await expectText(first, "Ce que nous demandons", recommendation.action);
  await write(second, first, { name: "Pourquoi", text: "La caution écarte ceux qui viennent de loin." });
  await lock(first);
  await readBooklet(second, base);
}

const result = "Adoptée par 3 voix sur 4 exprimées";

/** Three hands for, one against; one of them changed its mind before the closing. */
async function decideTogether({ organiser, members }: Hall, base: string): Promise<void> {
  const [first, second, third, fourth] = members;
  if (!first || !second || !third || !fourth) throw new Error("four members vote");
  await openVote(organiser, base);
  await castVote(first, base, "Contre");
  await castVote(second, base, "Pour");
  await castVote(third, base, "Pour");
  await castVote(fourth, base, "Contre");
  await castVote(first, base, "Pour");
  await closeVote(organiser, fourth, result);
}

test("four people drawn by lot go the whole way, from the pool to the public result, on SQLite", async ({
  browser,
}) => {
  const server = await startServer();
  try {
    await walkTheWholePath(server, browser);
  } finally {
    await server.stop();
  }
});

test("the same whole way on PostgreSQL", async ({ browser }) => {
  test.skip(!postgresServer, "no PostgreSQL was found");
  const database = await createDatabase(postgresServer ?? "");
  const server = await startServer({ databaseUrl: database.url });
  try {
    await walkTheWholePath(server, browser);
  } finally {
    await server.stop();
    await database.drop();
  }
});
