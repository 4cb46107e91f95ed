import { expect, type Page, type WebSocketRoute } from "@playwright/test";
import { test } from "../fixtures/demonstration";

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
  const storageState = await demonstration.as.member.storageState();
  const context = await browser.newContext({ baseURL: demonstration.url, storageState, locale: "fr-FR" });
  const page = await context.newPage();
  const network = await cuttable(page);
  const notes = page.getByRole("textbox", { name: "Notes du groupe" });
  await page.goto("/fr/home");
  await page.getByRole("link", { name: "Entrer dans la salle" }).click();
  await expect(page.getByText("Tout est enregistré")).toBeVisible();

  await network.cut();
  await expect(page.getByText("Connexion coupée.").first()).toBeVisible();
  await notes.click();
  await page.keyboard.press("ControlOrMeta+End");
  await notes.pressSequentially(" Écrit sans réseau.");
  await page.reload();
  await expect(notes).toBeHidden();

  network.mend();
  await expect(notes).toContainText("Écrit sans réseau.");
  await expect(page.getByText("Tout est enregistré")).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole("textbox", { name: "Notes du groupe" })).toContainText("Écrit sans réseau.");
  await context.close();
});
