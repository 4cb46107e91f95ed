import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  chooseSmallPicture,
  expectToSeeOthers,
  expectVideoBack,
  expectVideoLost,
  switchOn,
  timesAsked,
} from "../fixtures/see-each-other";
import { type ServerUnderTest, startServer } from "../fixtures/server";
import { startVideo, type VideoUnderTest } from "../fixtures/video";
import { seatFourMembers } from "../fixtures/walk/invite";
import { type Hall, openSession } from "../fixtures/walk/live";
import { drawPanel, importPool, setQuotas } from "../fixtures/walk/recruit";
import { createAssembly, openPhase, setUpInstallation } from "../fixtures/walk/set-up";
import { joinTeam } from "../fixtures/walk/team";

const binary = process.env.LIVEKIT_SERVER_BIN;

type Table = Hall & { readonly base: string };

/** An assembly of four; two of its members and a facilitator are there to meet. */
async function gather(server: ServerUnderTest, browser: Browser): Promise<Table> {
  const organiser = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await setUpInstallation(organiser, server.setupLink() ?? "");
  const base = await createAssembly(organiser);
  await openPhase(organiser, base, "Tirer au sort");
  await importPool(organiser, base);
  await setQuotas(organiser, base);
  await drawPanel(organiser, base);
  const facilitator = await joinTeam(browser, { organiser, base }, { name: "Inès Haddad", role: /^Animation/ });
  const members = await seatFourMembers(browser, organiser, base);
  await openPhase(organiser, base, "Se former");
  return { organiser, facilitators: [facilitator], members: members.slice(0, 2).map(({ page }) => page), base };
}

/** They meet in the plenary, in a group, over a crash of the video server, and in the plenary again. */
async function meet(table: Table, video: VideoUnderTest): Promise<void> {
  const people = [...table.members, ...table.facilitators];
  for (const page of people) await chooseSmallPicture(page);
  await openSession(table, table.base);
  for (const page of people) await switchOn(page);
  for (const page of people) await expectToSeeOthers(page, 1);
  const asked = await Promise.all(people.map(timesAsked));

  await split(table);
  for (const page of people) await expectToSeeOthers(page, 2);
  expect(await Promise.all(people.map(timesAsked)), "a move asks for no device again").toEqual(asked);

  await video.kill("SIGKILL");
  for (const page of people) await expectVideoLost(page);
  await video.restart();
  for (const page of people) await expectVideoBack(page);
  for (const page of people) await expectToSeeOthers(page, 2);

  await callBack(table);
  for (const page of people) await expectToSeeOthers(page, 1);
}

const notes = (page: Page) => page.getByRole("textbox", { name: "Notes du groupe" });

async function split({ organiser, members, facilitators }: Hall): Promise<void> {
  await organiser.getByRole("button", { name: /^Point suivant/ }).click();
  await organiser.getByRole("button", { name: "Former les groupes" }).click();
  const dialog = organiser.getByRole("dialog");
  await expect(dialog.getByText("Les 2 membres présents")).toBeVisible();
  await expect(dialog.getByText("Inès Haddad")).toBeVisible();
  await dialog.getByRole("button", { name: "Former les groupes" }).click();
  for (const page of [...members, ...facilitators]) await expect(notes(page)).toBeVisible();
}

async function callBack({ organiser, members, facilitators }: Hall): Promise<void> {
  await organiser.getByRole("button", { name: "Rappeler tout le monde" }).click();
  await organiser.getByRole("dialog").getByRole("button", { name: "Oui, rappeler" }).click();
  for (const page of [...members, ...facilitators]) await expect(notes(page)).toBeHidden();
}

test("people see each other in the plenary and in their group, are moved, and come back after a crash of the video server", async ({
  browser,
}) => {
  test.skip(!binary, "no LiveKit server was found");
  const video = await startVideo(binary ?? "");
  const server = await startServer({ env: video.env });
  try {
    await meet(await gather(server, browser), video);
  } finally {
    await server.stop();
    await video.stop();
  }
});
