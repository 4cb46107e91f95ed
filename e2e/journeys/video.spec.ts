import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  chooseSmallPicture,
  expectMicrophoneClosed,
  expectSound,
  expectToHearOthers,
  expectToSeeOthers,
  expectVideoBack,
  expectVideoLost,
  switchOn,
  timesAsked,
  toggleOf,
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
  await organiser.goto(server.outboxLink());
  const members = await seatFourMembers(browser, organiser, base);
  await openPhase(organiser, base, "Se former");
  return { organiser, facilitators: [facilitator], members: members.slice(0, 2).map(({ page }) => page), base };
}

/** They meet in the plenary, in a group, over a crash of the video server, and in the plenary again. */
async function meet(table: Table, video: VideoUnderTest): Promise<void> {
  const people = [...table.members, ...table.facilitators];
  for (const page of people) await chooseSmallPicture(page);
  const address = await openSession(table, table.base);
  for (const page of table.members) await switchOn(page, ["Caméra"]);
  for (const page of table.facilitators) await switchOn(page);
  for (const page of people) await expectToSeeOthers(page, 1);
  await speakInTurn(table, address);
  const asked = await Promise.all(people.map(timesAsked));

  await split(table);
  for (const page of people) await expectToSeeOthers(page, 2);
  await expect(toggleOf(speakerAt(table), "Micro"), "in the group it opens by itself").toHaveAttribute(
    "aria-pressed",
    "true",
  );
  expect(await Promise.all(people.map(timesAsked)), "a move asks for no device again").toEqual(asked);

  await video.kill("SIGKILL");
  for (const page of people) await expectVideoLost(page);
  await video.restart();
  for (const page of people) await expectVideoBack(page);
  for (const page of people) await expectToSeeOthers(page, 2);

  await callBack(table);
  for (const page of people) await expectToSeeOthers(page, 1);
  const askedBefore = await Promise.all(people.map(timesAsked));
  await speakAgain(table, address);
  expect(await Promise.all(people.map(timesAsked)), "a turn asks for no device again").toEqual(askedBefore);
}

const speakerAt = ({ members }: Hall): Page => members[0] as Page;
const waits = "Votre micro s’ouvrira quand ce sera votre tour.";
const over = "Votre tour est terminé, votre micro est fermé. Il s’ouvrira à votre prochain tour.";

/** A member is not heard before their turn, is heard during it with one press, and not after it. The team is heard all along. */
async function speakInTurn(table: Table, address: string): Promise<void> {
  const [speaker, listener] = table.members as [Page, Page];
  const [facilitator] = table.facilitators as [Page];
  for (const page of table.members) await expectMicrophoneClosed(page, waits);
  await expectToHearOthers(facilitator, 0);
  await expectToHearOthers(listener, 1);

  await giveFloor(table, address);
  await expect(speaker.getByText("C’est votre tour : ouvrez votre micro.")).toBeVisible();
  await switchOn(speaker, ["Micro"]);
  await expect(speaker.getByText("C’est votre tour : on vous entend.")).toBeVisible();
  await expectToHearOthers(facilitator, 1);
  await expectToHearOthers(listener, 2);
  for (const page of [facilitator, listener]) await expectSound(page);
  await expectMicrophoneClosed(listener, waits);

  await endTurn(table);
}

/** Who had their microphone on is heard as soon as their next turn begins. */
async function speakAgain(table: Table, address: string): Promise<void> {
  const [facilitator] = table.facilitators as [Page];
  await expectMicrophoneClosed(speakerAt(table), waits);
  await expectToHearOthers(facilitator, 0);
  await giveFloor(table, address);
  await expect(speakerAt(table).getByText("C’est votre tour : on vous entend.")).toBeVisible();
  await expectToHearOthers(facilitator, 1);
  await expectSound(facilitator);
  await endTurn(table);
}

async function giveFloor(table: Table, address: string): Promise<void> {
  const { organiser } = table;
  await speakerAt(table).getByRole("button", { name: "Demander la parole" }).click();
  await organiser.goto(address);
  await organiser.getByRole("button", { name: /^Donner la parole/ }).click();
}

/** The member gives the floor back; the organiser is at their console again. */
async function endTurn(table: Table): Promise<void> {
  const { organiser } = table;
  const [facilitator] = table.facilitators as [Page];
  await speakerAt(table).getByRole("button", { name: "J’ai fini de parler" }).click();
  await expectMicrophoneClosed(speakerAt(table), over);
  await expectToHearOthers(facilitator, 0);
  await organiser.goto(organiser.url().replace("/hall/", "/session/"));
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
