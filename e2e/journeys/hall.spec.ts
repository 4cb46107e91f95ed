import { expect, type Page } from "@playwright/test";
import { type Demonstration, pageOf, startDemonstration, test } from "../fixtures/demonstration";

/** The address of the session that runs in the demonstration. */
async function hallOf({ as }: Demonstration): Promise<string> {
  const start = await (await as.member.get("/fr/home")).text();
  const [hall] = /\/fr\/assembly\/[\w-]{22}\/hall\/[\w-]{22}/.exec(start) ?? [];
  if (!hall) throw new Error("no session runs");
  return hall;
}

const sizes = [
  { width: 360, height: 640 },
  { width: 1280, height: 800 },
  { width: 640, height: 360 },
  // 1280 × 800 at 200 %.
  { width: 640, height: 400 },
];

/** What has the focus, when it lies under the dock or out of the window. */
const hiddenFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focus = document.activeElement;
    const dock = document.querySelector(".hall-dock");
    if (!focus || !dock || focus === document.body || dock.contains(focus)) return null;
    if (focus.classList.contains("hall-scroll") || focus.closest("header.top, .skip-link")) return null;
    const { top, bottom } = focus.getBoundingClientRect();
    const edge = dock.getBoundingClientRect();
    const height = bottom - top;
    const seen = Math.min(bottom, edge.top) - Math.max(top, 0);
    return seen >= Math.min(height, 60) - 1
      ? null
      : `${focus.outerHTML.slice(0, 120)} at ${top}–${bottom}, dock ${edge.top}`;
  });

async function tabThrough(page: Page): Promise<string[]> {
  const hidden: string[] = [];
  for (let steps = 0; steps < 70; steps += 1) {
    await page.keyboard.press("Tab");
    const found = await hiddenFocus(page);
    if (found) hidden.push(found);
  }
  return hidden;
}

test.describe("in the hall", () => {
  let demonstration: Awaited<ReturnType<typeof startDemonstration>>;
  test.beforeAll(async () => {
    demonstration = await startDemonstration("live");
  });
  test.afterAll(() => demonstration.stop());

  test("what has the focus is never under the dock, and the dock stays in the window, on every size", async ({
    browser,
  }) => {
    const hall = await hallOf(demonstration);
    for (const role of ["member", "facilitator", "organiser"] as const) {
      const page = await pageOf(browser, demonstration, role);
      for (const size of sizes) {
        await page.setViewportSize(size);
        await page.goto(hall);
        const dock = page.locator(".hall-dock");
        await expect(dock.getByText(/présents sur|Connexion/).first()).toBeAttached();
        expect(await tabThrough(page), `${role} ${size.width}×${size.height}`).toEqual([]);
        const box = await dock.boundingBox();
        expect(box && box.y + box.height, `the dock, ${role} ${size.width}×${size.height}`).toBeLessThanOrEqual(
          size.height + 1,
        );
        expect(box?.height ?? 999, `the dock, ${role} ${size.width}×${size.height}`).toBeLessThanOrEqual(
          size.height / 3,
        );
        const wide = await page.locator(".hall-scroll").evaluate((el) => el.scrollWidth - el.clientWidth);
        expect(wide, `${role} ${size.width}: wider than the window`).toBeLessThanOrEqual(1);
      }
      await page.context().close();
    }
  });

  test("a call for help is heard and seen by the team on the console and in the hall, and who called is told what becomes of it", async ({
    browser,
  }) => {
    const hall = await hallOf(demonstration);
    const [member, facilitator, organiser, assistant] = [
      await pageOf(browser, demonstration, "member"),
      await pageOf(browser, demonstration, "facilitator"),
      await pageOf(browser, demonstration, "organiser"),
      await pageOf(browser, demonstration, "technical-assistant"),
    ];
    for (const page of [facilitator, organiser, assistant]) {
      await page.addInitScript(() => {
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (when?: number) {
          document.documentElement.dataset.sounds = String(Number(document.documentElement.dataset.sounds ?? 0) + 1);
          start.call(this, when);
        };
      });
    }
    await member.goto(hall);
    await facilitator.goto(hall);
    await organiser.goto(hall.replace("/hall/", "/session/"));
    await assistant.goto(hall);
    for (const page of [organiser, assistant]) await expect(page.getByText("Connexion bonne")).toBeAttached();
    await member.getByRole("button", { name: "Appeler de l’aide" }).click();
    await expect(member.getByText("L’équipe est prévenue.")).toBeVisible();
    for (const page of [organiser, assistant]) {
      await expect(page.getByRole("region", { name: "Appels à l’aide" }).getByRole("listitem")).toBeVisible();
      await expect(page).toHaveTitle(/^\(1\) /);
      await expect(page.locator("html")).toHaveAttribute("data-sounds", "1");
    }
    await assistant.getByRole("button", { name: /^J’y réponds/ }).click();
    await expect(member.getByText("Yann Leroux arrive.")).toBeVisible();
    await member.reload();
    await expect(member.getByText("Yann Leroux arrive.")).toBeVisible();
    await assistant.getByRole("button", { name: /^C’est réglé/ }).click();
    await expect(member.getByText(/Yann Leroux a noté que votre appel est réglé/)).toBeVisible();
    await expect(organiser).not.toHaveTitle(/^\(/);
    for (const page of [member, facilitator, organiser, assistant]) await page.context().close();
  });

  test("time added in a group and time added for everyone make both, and the console says which group works longer", async ({
    browser,
  }) => {
    const hall = await hallOf(demonstration);
    const facilitator = await pageOf(browser, demonstration, "facilitator");
    const organiser = await pageOf(browser, demonstration, "organiser");
    await facilitator.goto(hall);
    await organiser.goto(hall.replace("/hall/", "/session/"));
    const [table = ""] = /^Groupe \d+/.exec((await facilitator.getByText(/^Groupe \d+/).textContent()) ?? "") ?? [];
    const room = organiser.getByRole("region", { name: table, exact: true });
    const until = async (): Promise<number> => {
      const end = await room.locator("time").getAttribute("datetime");
      return Date.parse(end ?? "");
    };
    const before = await until();
    await facilitator.getByRole("button", { name: "+ 5 min" }).click();
    await expect(room.getByText(", 5 min de plus que les autres")).toBeVisible();
    expect((await until()) - before).toBe(5 * 60_000);
    await organiser.getByRole("button", { name: "+ 5 min" }).click();
    await expect.poll(async () => (await until()) - before).toBe(10 * 60_000);
    await expect(room.getByText(", 5 min de plus que les autres")).toBeVisible();
    for (const page of [facilitator, organiser]) await page.context().close();
  });

  test("who leaves the room by the header finds the way back, and a step to the plenary calls everyone back", async ({
    browser,
  }) => {
    const hall = await hallOf(demonstration);
    const member = await pageOf(browser, demonstration, "member");
    await member.goto(hall);
    await member.getByRole("banner").getByRole("link").first().click();
    await expect(member.getByText(/La séance «.*» est en cours/).first()).toBeVisible();
    await member.getByRole("link", { name: "Revenir dans la salle" }).click();
    await expect(member.getByRole("textbox", { name: "Notes du groupe" })).toBeVisible();
    const organiser = await pageOf(browser, demonstration, "organiser");
    await organiser.goto(hall.replace("/hall/", "/session/"));
    await organiser.getByRole("button", { name: /^Passer à ce point\s: Mise en commun/ }).click();
    await organiser.getByRole("dialog").getByRole("button", { name: "Oui, rappeler et passer à ce point" }).click();
    await expect(
      member
        .getByText(/L’équipe rappelle tout le monde\s: vous revenez en plénière\. Nous passons à\s: Mise en commun/)
        .first(),
    ).toBeVisible();
    await expect(member.getByRole("textbox", { name: "Notes du groupe" })).toBeHidden();
    for (const page of [member, organiser]) await page.context().close();
  });
});
