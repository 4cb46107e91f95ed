import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { type Demonstration, enterHall, pageOf, startDemonstration } from "../fixtures/demonstration";
import { type Hand, hands, readLines, typeOn } from "../fixtures/hands";

const notes = (page: Page) => page.getByRole("textbox", { name: "Notes du groupe" });

const tableOf = async (page: Page): Promise<string> => {
  await expect(notes(page)).toBeVisible();
  return /Groupe \d+/.exec((await page.locator("main").textContent()) ?? "")?.[0] ?? "";
};

/** The organiser seats the member at the table of the facilitator, who writes there with her from then on. */
async function sitTogether(browser: Browser, demonstration: Demonstration): Promise<{ writer: Page; partner: Page }> {
  const partner = await pageOf(browser, demonstration, "facilitator");
  const writer = await pageOf(browser, demonstration, "member");
  for (const page of [partner, writer]) await enterHall(page);
  const table = await tableOf(partner);
  const name = /^Demonstration, member \((.+)\):/m.exec(demonstration.server.logs())?.[1] ?? "";
  const console = await pageOf(browser, demonstration, "organiser");
  await console.goto(writer.url().replace("/hall/", "/session/"));
  const who = console.getByLabel("Qui", { exact: true });
  // Two may bear one name.
  const here = `${name} (${(await tableOf(writer)).toLowerCase()})`;
  await who.selectOption(await who.locator("option", { hasText: here }).getAttribute("value"));
  await console.getByLabel("Vers", { exact: true }).selectOption({ label: table });
  await console.getByRole("button", { name: "Déplacer" }).click();
  await expect.poll(() => tableOf(writer)).toBe(table);
  await console.context().close();
  return { writer, partner };
}

/** Writes with one hand after the other, and looks each time where it came to stand. Answers what stands wrong. */
async function writeInPlaces(page: Page, ways: readonly Hand[], count: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const hand = ways[at % ways.length] as Hand;
    const expected = await hand.write(page, await readLines(notes(page)));
    const read = await readLines(notes(page));
    if (read.join("\n") === expected.join("\n")) await hand.takeBack(page);
    else wrong.push(`${hand.name}: ${JSON.stringify(read)} instead of ${JSON.stringify(expected)}`);
  }
  return wrong;
}

/** A text in which both write: a line of the partner's, three of the writer's. */
async function beginLines(writer: Page, partner: Page): Promise<void> {
  await notes(partner).click();
  await expect(partner.locator(".ProseMirror-focused")).toBeVisible();
  await partner.keyboard.press("ControlOrMeta+End");
  for (const line of ["Voisine :", "0123456789", "0123456789", "0123456789"]) {
    await partner.keyboard.press("Enter");
    await partner.keyboard.type(line);
  }
  await expect(notes(writer).getByText("0123456789")).toHaveCount(3);
  // What is undone here is the writer's own work only.
  await writer.reload();
  await expect(notes(writer).getByText("0123456789")).toHaveCount(3);
  await notes(writer).click();
  await expect(writer.locator(".ProseMirror-focused")).toBeVisible();
  await writer.keyboard.press("ControlOrMeta+End");
}

/** Writes while the partner types at the end of a line; answers what came to stand in a wrong place. */
async function besidePartner(
  { writer, partner }: { readonly writer: Page; readonly partner: Page },
  { line, count }: { readonly line: Locator; readonly count: number },
): Promise<readonly string[]> {
  await line.click();
  await partner.keyboard.press("End");
  const typing = typeOn(partner);
  const isShared = (await line.textContent())?.startsWith("0") ?? false;
  const ways = hands.filter(({ sharesLine }) => sharesLine || !isShared);
  const wrong = await writeInPlaces(writer, ways, count);
  expect(await typing.stop()).toBeGreaterThan(0);
  return wrong;
}

/** Where the last line stood on the page while the partner wrote and took out again. */
async function heightsBesidePartner(writer: Page, partner: Page): Promise<readonly number[]> {
  const watched = await notes(writer).evaluateHandle((text) => {
    const heights = new Set<number>();
    const look = (): unknown => heights.add(text.querySelector("p:last-of-type")?.getBoundingClientRect().top ?? 0);
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    return heights;
  });
  const lines = notes(partner).locator("p");
  await lines.filter({ hasText: "Voisine" }).click();
  await partner.keyboard.press("End");
  await partner.keyboard.type("-".repeat(8));
  await expect(notes(writer).getByText("Voisine :--------")).toBeVisible();
  for (let taken = 0; taken < 8; taken += 1) await partner.keyboard.press("Backspace");
  await expect(notes(writer).getByText("Voisine :", { exact: true })).toBeVisible();
  return watched.evaluate((heights) => [...heights]);
}

/** Comes back to the text with a click, and writes in the same moment. */
async function writeAtOnce(writer: Page): Promise<void> {
  const last = notes(writer).locator("p").last();
  for (let times = 0; times < 5; times += 1) {
    await writer.getByRole("button", { name: "Gras" }).focus();
    // Each time elsewhere beyond the line's end: three clicks on one spot select the line.
    await last.click({ position: { x: 160 + 30 * times, y: 12 } });
    await writer.keyboard.type("abc");
    await expect(last).toHaveText("0123456789abc");
    for (let taken = 0; taken < 3; taken += 1) await writer.keyboard.press("Backspace");
  }
}

async function writeBesidePartner(browser: Browser, counts: { readonly apart: number; readonly sharing: number }) {
  const demonstration = await startDemonstration("live");
  try {
    const table = await sitTogether(browser, demonstration);
    await beginLines(table.writer, table.partner);
    expect(await heightsBesidePartner(table.writer, table.partner)).toHaveLength(1);
    await writeAtOnce(table.writer);
    const lines = notes(table.partner).locator("p");
    const apart = { line: lines.filter({ hasText: "Voisine" }), count: counts.apart };
    expect(await besidePartner(table, apart)).toEqual([]);
    expect(await besidePartner(table, { line: lines.last(), count: counts.sharing })).toEqual([]);
    const written = await readLines(notes(table.writer));
    expect(written.slice(-4)).toEqual(["Voisine :", "0123456789", "0123456789", "0123456789"]);
    await expect.poll(() => readLines(notes(table.partner))).toEqual(written);
    for (const page of [table.writer, table.partner]) await page.context().close();
  } finally {
    await demonstration.stop();
  }
}

test("whoever moves the caret writes there, while somebody else types", ({ browser }) =>
  writeBesidePartner(browser, { apart: 18, sharing: 5 }));

test("@long two hundred letters stand where they were written, while somebody else types", ({ browser }) =>
  writeBesidePartner(browser, { apart: 150, sharing: 50 }));
