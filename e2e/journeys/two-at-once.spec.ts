import { type Browser, type BrowserContext, expect, type Page, test } from "@playwright/test";
import { startServer } from "../fixtures/server";
import { createAssembly, openPhase, setUpInstallation } from "../fixtures/walk/set-up";

const told = "Quelqu’un d’autre a enregistré entre-temps";

/** Another browser of an organiser. */
function secondBrowser(browser: Browser, first: BrowserContext, javaScriptEnabled = true): Promise<BrowserContext> {
  return first
    .storageState()
    .then((storageState) => browser.newContext({ storageState, locale: "fr-FR", javaScriptEnabled }));
}

async function importPool(page: Page, base: string): Promise<void> {
  const rows = Array.from({ length: 24 }, (_, at) => `v${at};Personne ${at};${at % 2 === 0 ? "femme" : "homme"}`);
  const buffer = Buffer.from(["identifiant;nom;genre", ...rows].join("\r\n"), "utf8");
  await page.goto(`${base}/recruit`);
  await page.getByLabel("Fichier CSV").setInputFiles({ name: "volontaires.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Envoyer le fichier" }).click();
  await page.getByRole("button", { name: "Vérifier et importer" }).click();
  await expect(page.getByRole("heading", { name: "24 volontaires" })).toBeVisible({ timeout: 90_000 });
}

const bound = (page: Page, value: string, side: "moins" | "plus") => page.getByLabel(`genre, ${value} : au ${side}`);

async function fillQuotas(page: Page, [min, max]: readonly [string, string]): Promise<void> {
  for (const value of ["femme", "homme"]) {
    await bound(page, value, "moins").fill(min);
    await bound(page, value, "plus").fill(max);
  }
}

test("the second of two who save quotas or a document is told, sees both versions, and loses nothing", async ({
  browser,
}) => {
  const server = await startServer();
  const context = await browser.newContext({ locale: "fr-FR" });
  try {
    const first = await context.newPage();
    await setUpInstallation(first, server.setupLink() ?? "");
    const base = await createAssembly(first);
    await openPhase(first, base, "Tirer au sort");
    await importPool(first, base);
    const others = await secondBrowser(browser, context);
    const second = await others.newPage();
    await saveQuotas(first, second, base);
    await saveItem(first, second, base);
    await others.close();
    const withoutScript = await secondBrowser(browser, context, false);
    await saveDocument(first, await withoutScript.newPage(), base);
    await withoutScript.close();
  } finally {
    await context.close();
    await server.stop();
  }
});

async function saveQuotas(first: Page, second: Page, base: string): Promise<void> {
  await first.goto(`${base}/recruit/quotas`);
  await second.goto(`${base}/recruit/quotas`);
  await fillQuotas(first, ["1", "3"]);
  await first.getByRole("button", { name: "Enregistrer les quotas" }).click();
  await expect(first.getByText("C’est enregistré.")).toBeVisible();

  // A mistake in between must not make the second's form take the first's figures for its own.
  await fillQuotas(second, ["2", "x"]);
  await second.getByRole("button", { name: "Enregistrer les quotas" }).click();
  await expect(second.getByRole("alert")).toBeVisible();
  await fillQuotas(second, ["2", "2"]);
  await second.getByRole("button", { name: "Enregistrer les quotas" }).click();
  await expect(second.getByText(told)).toBeVisible();
  const saved = second.getByRole("definition").filter({ hasText: "Enregistré maintenant" });
  const own = second.getByRole("definition").filter({ hasText: "Dans votre formulaire" });
  await expect(saved.first()).toContainText("1");
  await expect(own.first()).toContainText("2");
  await expect(bound(second, "femme", "moins")).toHaveValue("2");
  await second.getByRole("button", { name: "Enregistrer les quotas" }).click();
  await expect(second.getByText("C’est enregistré.")).toBeVisible();
  // Nobody else has saved since: the same page goes on.
  await fillQuotas(second, ["1", "2"]);
  await second.getByRole("button", { name: "Enregistrer les quotas" }).click();
  await expect(second.getByText(told)).toBeHidden();
  await first.goto(`${base}/recruit/quotas`);
  await expect(bound(first, "femme", "moins")).toHaveValue("1");
  await expect(bound(first, "femme", "plus")).toHaveValue("2");
}

const title = (page: Page) => page.getByRole("textbox", { name: "Titre" });
const text = (page: Page) => page.getByRole("textbox", { name: "Texte" });

async function saveDocument(first: Page, second: Page, base: string): Promise<void> {
  await first.goto(`${base}/learning-desk`);
  await first.getByRole("link", { name: "Ajouter un document" }).first().click();
  await title(first).fill("Le logement en chiffres");
  await text(first).fill("Avant.");
  await first.getByRole("button", { name: "Enregistrer" }).click();
  await first.getByRole("link", { name: "Le logement en chiffres" }).click();
  await expect(text(first)).toHaveValue("Avant.");
  await second.goto(first.url());
  await text(first).fill("Ce que la première a écrit.");
  await first.getByRole("button", { name: "Enregistrer" }).click();
  await expect(first.getByText("C’est enregistré.")).toBeVisible();
  await text(second).fill("Ce que la seconde a écrit.");
  await second.getByRole("button", { name: "Enregistrer" }).click();
  await expect(second.getByText(told)).toBeVisible();
  await expect(second.getByRole("definition").filter({ hasText: "Ce que la première a écrit." })).toBeVisible();
  await expect(text(second)).toHaveValue("Ce que la seconde a écrit.");
  await second.getByRole("button", { name: "Enregistrer" }).click();
  await expect(second.getByText("C’est enregistré.")).toBeVisible();
}

const welcome = (page: Page) => page.locator(".agenda-row details", { hasText: "Accueil" });
const inItem = (page: Page, field: string) => welcome(page).locator(`[name="${field}"]`);
const saveWelcome = (page: Page) => welcome(page).getByRole("button", { name: "Enregistrer" }).click();

async function openWelcome(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await welcome(page).locator("summary").first().click();
  await expect(inItem(page, "minutes")).toBeVisible();
}

/** An item of an agenda: of what one has touched and the other has not, nothing is lost; nor when the item itself is gone. */
async function saveItem(first: Page, second: Page, base: string): Promise<void> {
  await first.goto(`${base}/calendar`);
  await first.getByRole("link", { name: "Modifier" }).first().click();
  await expect(welcome(first)).toBeVisible();
  const address = first.url();

  await openWelcome(first, address);
  await openWelcome(second, address);
  await inItem(first, "minutes").fill("35");
  await welcome(first).getByLabel("groupes").check();
  await saveWelcome(first);
  await expect(first.getByText("C’est enregistré.")).toBeVisible();
  await inItem(second, "title.fr").fill("Accueil et café");
  await saveWelcome(second);
  await expect(second.getByText(told)).toBeVisible();
  await expect(second.getByText("ce qui est enregistré : Forme · Durée.")).toBeVisible();
  await expect(inItem(second, "minutes")).toHaveValue("35");
  await expect(inItem(second, "title.fr")).toHaveValue("Accueil et café");
  await saveWelcome(second);
  await expect(welcome(second).locator("summary").first()).toContainText("Accueil et café groupes · 35 min");

  await openWelcome(first, address);
  await openWelcome(second, address);
  await welcome(first).getByRole("button", { name: "Retirer" }).click();
  await first.getByRole("dialog").getByRole("button", { name: "Retirer" }).click();
  await expect(welcome(first)).toHaveCount(0);
  await inItem(second, "prompt.fr").fill("Ce que chacun attend de la journée");
  await saveWelcome(second);
  await expect(second.getByRole("alert").filter({ hasText: "Ce point a été retiré entre-temps" })).toBeFocused();
  await expect(second.getByText("Ce que chacun attend de la journée")).toBeVisible();
}
