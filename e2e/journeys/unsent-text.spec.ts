import { expect, type Page, type WebSocketRoute } from "@playwright/test";
import { enterHall, pageOf, startDemonstration, test } from "../fixtures/demonstration";
import { inspectScreen } from "../fixtures/inspect-screen";

/** The connections of shared texts of one page, which can be cut and let through again; pages and commands get through all the while. */
async function cuttable(page: Page): Promise<{ cut(): Promise<void>; mend(): void }> {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  await page.routeWebSocket(/\/documents\//, async (socket) => {
    if (isCut) return socket.close({ code: 1013 });
    open.add(socket);
    socket.connectToServer();
  });
  return {
    cut: async () => {
      isCut = true;
      for (const socket of open) await socket.close({ code: 1013 });
      open.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
}

test("notes typed while the network is away outlive a reload of the page, and arrive when it is back", async ({
  browser,
  demonstration,
}) => {
  const page = await pageOf(browser, demonstration, "member");
  const network = await cuttable(page);
  const notes = page.getByRole("textbox", { name: "Notes du groupe" });
  await enterHall(page);
  await expect(page.getByText("Tout est enregistré")).toBeVisible();

  await network.cut();
  await expect(page.getByText("Ce que vous écrivez est gardé ici").first()).toBeVisible();
  await notes.click();
  await page.keyboard.press("ControlOrMeta+End");
  await notes.pressSequentially(" Écrit sans réseau.");
  await page.reload();
  await expect(notes).toBeHidden();

  network.mend();
  await expect(notes).toContainText("Écrit sans réseau.");
  await expect(page.getByText("Tout est enregistré")).toBeVisible();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByRole("textbox", { name: "Notes du groupe" })).toContainText("Écrit sans réseau.");
  await page.context().close();
});

test("notes that could not be saved before the session ended stay with their author, over a reload, until they need them no more", async ({
  browser,
}) => {
  const demonstration = await startDemonstration("live");
  const [page, organiser] = [
    await pageOf(browser, demonstration, "member"),
    await pageOf(browser, demonstration, "organiser"),
  ];
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const network = await cuttable(page);
  await enterHall(page);
  await expect(page.getByText("Tout est enregistré")).toBeVisible();
  await network.cut();
  await expect(page.getByText("Ce que vous écrivez est gardé ici").first()).toBeVisible();
  await page.getByRole("textbox", { name: "Notes du groupe", exact: true }).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Des bancs à l'ombre.");

  await organiser.goto(page.url().replace("/hall/", "/session/"));
  await organiser.getByRole("button", { name: "Terminer la séance" }).click();
  await organiser.getByRole("button", { name: "Oui, terminer" }).click();
  await expect(organiser.getByRole("button", { name: "Terminer la séance" })).toBeHidden();
  network.mend();
  const apart = page.getByRole("region", { name: /^Notes du groupe \d/ });
  await expect(apart).toHaveText("Des bancs à l'ombre.");
  expect(await inspectScreen(page, page.url(), "light")).toEqual([]);
  await page.getByText("Des mots que vous avez écrits n’ont pas pu être enregistrés").click();
  await expect(apart).toHaveText("Des bancs à l'ombre.");

  await page.getByRole("button", { name: "Copier" }).click();
  await expect(page.getByText("C’est copié.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Des bancs à l'ombre.");
  await page.getByRole("button", { name: "Je n’en ai pas besoin" }).click();
  await page.getByRole("button", { name: "Oui, effacer" }).click();
  await expect(apart).toBeHidden();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(apart).toBeHidden();
  for (const one of [page, organiser]) await one.context().close();
  await demonstration.stop();
});
