import { type Browser, expect } from "@playwright/test";
import { test } from "../fixtures/demonstration";

/** What breaks while somebody types from the moment that the field is there, on a slow phone that has never been here. */
async function typeAtOnce(browser: Browser, baseURL: string): Promise<string[]> {
  const context = await browser.newContext({ baseURL, locale: "fr-FR" });
  const page = await context.newPage();
  const broken: string[] = [];
  page.on("pageerror", ({ message }) => broken.push(message));
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto("/fr/sign-in", { waitUntil: "commit" });
  const address = page.getByRole("textbox", { name: "Adresse de courriel" });
  await address.click();
  await page.keyboard.type("claire.fontaine@example.org", { delay: 120 });
  await expect(address).toHaveValue("claire.fontaine@example.org");
  await context.close();
  return broken;
}

test("a page into which somebody types before its script has begun comes alive all the same", async ({
  browser,
  demonstration,
}) => {
  for (let time = 0; time < 2; time += 1) expect(await typeAtOnce(browser, demonstration.url)).toEqual([]);
});
