import { expect, type Page } from "@playwright/test";
import { type Demonstration, pageOf, test } from "../fixtures/demonstration";
import { inspectScreen } from "../fixtures/inspect-screen";
import { joinTeam } from "../fixtures/walk/team";

/** The demonstration's assembly: its members know no other, whatever other journeys have made. */
async function assemblyOf({ as }: Demonstration): Promise<string> {
  const home = await as.member.get("/fr/home");
  const [assembly] = /\/fr\/assembly\/[\w-]{22}/.exec(home.url() + (await home.text())) ?? [];
  return assembly ?? "";
}

/** The newest code in the outbox, whose address carries its key. */
async function newestCode(page: Page, { server }: Demonstration): Promise<string> {
  await page.goto(server.outboxLink());
  return /\d{3} \d{3}/.exec(await page.locator("main").innerHTML())?.[0] ?? "";
}

test("an address typed on a team link is somebody's once they have typed the code mailed there", async ({
  browser,
  demonstration,
}) => {
  const organiser = await pageOf(browser, demonstration, "organiser");
  const base = `${demonstration.url}${await assemblyOf(demonstration)}`;
  const newcomer = await joinTeam(browser, { organiser, base }, { name: "Yvonne Petit", role: /^Expert/ });
  await newcomer.goto(`${demonstration.url}/fr/address`);
  await newcomer.getByLabel("Adresse de courriel").fill("yvonne.petit@example.org");
  await newcomer.getByRole("button", { name: "Recevoir un code" }).click();
  await expect(newcomer.getByRole("heading", { name: "Confirmez votre adresse" })).toBeVisible();
  expect(await inspectScreen(newcomer, `${demonstration.url}/fr/address`, "dark")).toEqual([]);
  const reader = await (await browser.newContext({ baseURL: demonstration.url })).newPage();
  const code = await newestCode(reader, demonstration);
  await newcomer.getByLabel("Code à six chiffres").fill("000 000");
  await newcomer.getByRole("button", { name: "Confirmer mon adresse" }).click();
  await expect(newcomer.getByRole("alert")).toContainText("Ce n’est pas le bon code");
  await newcomer.getByLabel("Code à six chiffres").fill(code);
  await newcomer.getByRole("button", { name: "Confirmer mon adresse" }).click();
  await expect(newcomer.getByRole("heading", { name: "Votre adresse est confirmée" })).toBeVisible();
  await newcomer.getByRole("link", { name: "Continuer" }).click();
  await expect(newcomer).toHaveURL(/\/fr\/(assembly\/[\w-]{22}\/)?home$/);
  await newcomer.goto(`${demonstration.url}/fr/address`);
  await expect(newcomer).not.toHaveURL(/\/address/);
});

test("a card opens the seat it was printed for, and tells nothing of the person's other devices", async ({
  browser,
  demonstration,
}) => {
  const organiser = await pageOf(browser, demonstration, "organiser");
  const base = await assemblyOf(demonstration);
  await organiser.goto(`${base}/members`);
  await organiser.getByText("Imprimer des cartes").first().click();
  await organiser.getByRole("checkbox").first().check();
  await organiser.getByRole("button", { name: "Imprimer" }).first().click();
  await expect(organiser.locator("main")).toContainText(/[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/);
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){2}/.exec(await organiser.locator("main").innerHTML())?.[0] ?? "";
  const tablet = await (await browser.newContext({ baseURL: demonstration.url, locale: "fr-FR" })).newPage();
  await tablet.goto("/fr/card");
  await tablet.getByLabel("Code de la carte").fill(code.toLowerCase());
  await tablet.getByRole("button", { name: "Me connecter" }).click();
  await expect(tablet).toHaveURL(/\/fr\/(home|assembly)/);
  await tablet.goto("/fr/devices");
  await expect(tablet.getByText("avec une carte imprimée")).toHaveCount(1);
  await expect(tablet.getByText("par un lien reçu par courriel")).toHaveCount(0);
  await tablet.goto("/fr/address");
  await expect(tablet.locator("main")).toContainText("seule votre place est ouverte");
});
