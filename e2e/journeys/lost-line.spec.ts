import { expect, type Page, test } from "@playwright/test";
import { cutLine } from "../fixtures/cut-line";
import { openLiveHall } from "../fixtures/live-hall";
import { openMediaRelay } from "../fixtures/media-relay";
import { expectToHearOthers, expectToSeeOthers } from "../fixtures/see-each-other";
import type { SignedInPerson } from "../fixtures/signed-in-people";

const binary = process.env.LIVEKIT_SERVER_BIN ?? "";

const queue = (page: Page) => page.getByRole("complementary", { name: "File de parole" });
const speaks = (page: Page) => queue(page).getByText("a la parole");
const lostInQueue = (page: Page) => queue(page).getByText("connexion coupée");

test("a speaker who loses the line is not said to be heard any more, on their own page and on the others'", async ({
  browser,
}) => {
  test.skip(!binary, "no LiveKit server was found");
  const hall = await openLiveHall(browser, { binary, members: 2 });
  const relay = await openMediaRelay(hall.video.udpPort);
  try {
    const [odette, karim] = hall.people.members as [SignedInPerson, SignedInPerson];
    const [speaker, listener] = [await hall.enter(odette, { relay }), await hall.enter(karim)];
    await expectToSeeOthers(listener, 1);
    await hall.order("give-turn", { groupId: null, participationId: odette.participationId });
    await expect(speaker.getByText("C’est votre tour : on vous entend.")).toBeVisible();
    await expectToHearOthers(listener, 1);
    await expect(speaks(listener)).toBeVisible();

    await cutLine(speaker, relay);
    await expect(speaker.getByText("on ne vous entend plus")).toBeVisible();
    await expect(lostInQueue(listener)).toBeVisible();
    await expect(speaks(listener)).toBeHidden();
    const seat = listener.locator(`figure[data-person="${odette.participationId}"]`);
    await expect(seat.getByText("connexion coupée"), "nobody talks to a frozen face").toBeVisible();
  } finally {
    relay.close();
    await hall.stop();
  }
});

test("when the way to the video server is cut, every page says so, and nobody is shown frozen", async ({ browser }) => {
  test.skip(!binary, "no LiveKit server was found");
  const hall = await openLiveHall(browser, { binary, members: 2 });
  try {
    const pages = await Promise.all(hall.people.members.map((person) => hall.enter(person)));
    await hall.split(
      hall.people.members.map(({ participationId }) => participationId),
      2,
    );
    for (const page of pages) await expectToSeeOthers(page, 1);
    await hall.video.pause();
    for (const page of pages) {
      await expect(page.getByText("La vidéo est coupée un instant.")).toBeVisible();
      await expect(page.locator("figure[data-person].frozen")).toHaveCount(1);
    }
    await hall.video.resume();
    for (const page of pages) {
      await expect(page.getByText("La vidéo est coupée un instant.")).toBeHidden({ timeout: 60_000 });
      await expect(page.locator("figure[data-person].frozen")).toHaveCount(0);
      await expectToSeeOthers(page, 1);
    }
  } finally {
    await hall.video.resume();
    await hall.stop();
  }
});
