import { type Browser, test } from "@playwright/test";
import { createDatabase } from "../fixtures/database";
import { type ServerUnderTest, startServer } from "../fixtures/server";
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
import { drawPanel, importPool, setQuotas } from "../fixtures/walk/recruit";
import { createAssembly, openPhase, setUpInstallation } from "../fixtures/walk/set-up";
import { joinTeam } from "../fixtures/walk/team";

const postgresServer = process.env.TEST_DATABASE_URL;

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
  const members = await seatFourMembers(browser, claire, base);
  await openPhase(claire, base, "Se former");
  await meetLive(server, { organiser: claire, facilitators, members: members.map(({ page }) => page) }, base);
}

const note = "Les garants : impossible sans parents en CDI.";

/** A session with groups; the server crashes in the middle, and nothing that was acknowledged is lost. */
async function meetLive(server: ServerUnderTest, hall: Hall, base: string): Promise<void> {
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
}

test("four people drawn by lot go the whole way, from the pool to the public result, on SQLite", async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const server = await startServer();
  try {
    await walkTheWholePath(server, browser);
  } finally {
    await server.stop();
  }
});

test("the same whole way on PostgreSQL", async ({ browser }) => {
  test.skip(!postgresServer, "no PostgreSQL was found");
  test.setTimeout(300_000);
  const database = await createDatabase(postgresServer ?? "");
  const server = await startServer({ databaseUrl: database.url });
  try {
    await walkTheWholePath(server, browser);
  } finally {
    await server.stop();
    await database.drop();
  }
});
