import { type Browser, expect, type Page, test } from "@playwright/test";
import { heldTracks, type LiveHall, openLiveHall, runningTracks, timesAskedIn } from "../fixtures/live-hall";
import { expectToHearOthers, expectToSeeOthers, expectVideoLost } from "../fixtures/see-each-other";
import type { SignedInPerson } from "../fixtures/signed-in-people";

const binary = process.env.LIVEKIT_SERVER_BIN ?? "";

async function inHall(
  browser: Browser,
  work: (hall: LiveHall, people: readonly [SignedInPerson, SignedInPerson]) => Promise<void>,
): Promise<void> {
  test.skip(!binary, "no LiveKit server was found");
  const hall = await openLiveHall(browser, { binary, members: 2 });
  try {
    const [odette, karim] = hall.people.members as [SignedInPerson, SignedInPerson];
    await work(hall, [odette, karim]);
  } finally {
    await hall.stop();
  }
}

/** Nothing runs on any page, and nobody is in the room. */
async function expectAllOff(
  { video }: LiveHall,
  { pages, room }: { pages: readonly Page[]; room: string },
): Promise<void> {
  for (const page of pages) await expect.poll(() => heldTracks(page)).toEqual([]);
  await expect.poll(() => video.sending(room)).toEqual({});
}

async function expectAllOn(
  { video }: LiveHall,
  { pages, room }: { pages: readonly Page[]; room: string },
): Promise<void> {
  for (const page of pages) await expect.poll(() => runningTracks(page)).toEqual(["audio", "video"]);
  const both = ["camera", "microphone"];
  const sending = async () => Object.values(await video.sending(room));
  await expect.poll(sending, { timeout: 60_000 }).toEqual([both, both]);
  for (const page of pages) await expectToSeeOthers(page, 1);
}

test("camera and microphone are off whenever the screen says so: in a break, in a group too, and after the end", async ({
  browser,
}) => {
  await inHall(browser, async (hall, people) => {
    const pages = await Promise.all(people.map((person) => hall.enter(person)));
    const ids = people.map(({ participationId }) => participationId);
    await hall.stepTo("groups");
    const group = { pages, room: `group.${await hall.split(ids, 2)}` };
    await expectAllOn(hall, group);

    await hall.stepTo("pause");
    for (const page of pages) await expect(page.getByText("Votre caméra et votre micro sont coupés")).toBeVisible();
    await expectAllOff(hall, group);
    await hall.stepTo("groups");
    await expectAllOn(hall, group);

    await hall.callBack();
    const plenary = { pages, room: `session.${hall.people.sessionId}` };
    for (const page of pages) await expectToSeeOthers(page, 1);
    await hall.stepTo("pause");
    for (const page of pages) await expect(page.getByText("Votre caméra et votre micro sont coupés")).toBeVisible();
    await expectAllOff(hall, plenary);

    await hall.stepTo("plenary");
    for (const page of pages) await expectToSeeOthers(page, 1);
    await hall.order("close-session", {});
    for (const page of pages) await expect(page.getByText("La séance est terminée. Merci !")).toBeVisible();
    await expectAllOff(hall, plenary);
  });
});

test("phone and laptop of one person are one seat: one picture, one voice, and neither plays the other", async ({
  browser,
}) => {
  await inHall(browser, async (hall, [odette, karim]) => {
    const laptop = await hall.enter(odette, { camera: false });
    const other = await hall.enter(karim);
    const ids = [odette.participationId, karim.participationId];
    await hall.split(ids, 2);
    await expectToHearOthers(other, 1);
    const phone = await hall.enter(odette, { on: "phone" });
    for (const page of [laptop, phone]) {
      await expectToSeeOthers(page, 1);
      await expectToHearOthers(page, 1);
    }
    await expectToSeeOthers(other, 1);
    await expectToHearOthers(other, 1);
    const onLaptop = laptop.locator(`figure[data-person="${odette.participationId}"] video`);
    await expect(onLaptop, "the laptop shows what the others see of her").toHaveCount(1);
  });
});

test("a restart of the video server asks for no device again", async ({ browser }) => {
  await inHall(browser, async (hall, people) => {
    const pages = await Promise.all(people.map((person) => hall.enter(person)));
    const ids = people.map(({ participationId }) => participationId);
    const group = { pages, room: `group.${await hall.split(ids, 2)}` };
    await expectAllOn(hall, group);
    const asked = await Promise.all(pages.map(timesAskedIn));
    await hall.video.kill("SIGKILL");
    for (const page of pages) await expectVideoLost(page);
    await hall.video.restart();
    await expectAllOn(hall, group);
    expect(await Promise.all(pages.map(timesAskedIn))).toEqual(asked);
  });
});
