import { expect, type Locator, type Page } from "@playwright/test";
import { type Demonstration, type DemoRole, pageOf, test } from "../fixtures/demonstration";
import { press, tabTo } from "../fixtures/keyboard";
import { openVote, prepareDecision } from "../fixtures/walk/decide";
import { printCard } from "../fixtures/walk/invite";

/** As it was printed beside their link. */
function nameOf({ server }: Demonstration, role: DemoRole): string {
  return new RegExp(`^Demonstration, ${role} \\((.+)\\):`, "m").exec(server.logs())?.[1] ?? "";
}

async function signIn(page: Page, code: string): Promise<void> {
  await page.goto("/fr/card");
  await tabTo(page, page.getByLabel("Code de la carte"));
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "La séance est en cours" })).toBeVisible();
}

async function answerTask(page: Page): Promise<void> {
  await press(page, page.getByRole("link", { name: "Apprendre", exact: true }));
  await press(page, page.getByRole("link", { name: "Votre histoire de logement" }));
  await tabTo(page, page.getByRole("textbox", { name: "Votre réponse" }));
  const saved = page.getByText(/^Enregistré /);
  const [before = ""] = await saved.allTextContents();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Par une amie, après quatre mois de recherche.");
  await press(page, page.getByRole("button", { name: /^(Envoyer|Enregistrer)/ }));
  await expect(saved).toBeVisible();
  await expect(saved).not.toHaveText(before);
}

async function takePartInGroup(page: Page): Promise<void> {
  await press(page, page.getByRole("link", { name: "Accueil" }));
  await press(page, page.getByRole("link", { name: "Entrer dans la salle" }));
  const [ask, withdraw] = ["Demander la parole", "Retirer ma demande"].map((name) =>
    page.getByRole("button", { name }),
  ) as [Locator, Locator];
  await expect(ask.or(withdraw)).toBeVisible();
  // Some wait already when the demonstration begins.
  if (await withdraw.isVisible()) await press(page, withdraw);
  await press(page, ask, "Space");
  await expect(withdraw).toBeVisible();
  const notes = page.getByRole("textbox", { name: "Notes du groupe" });
  await tabTo(page, notes);
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Écrit sans souris.");
  await expect(page.getByText("Tout est enregistré")).toBeVisible();
  await expect(notes).toContainText("Écrit sans souris.");
}

async function vote(page: Page): Promise<void> {
  await press(page, page.getByRole("link", { name: "Accueil" }));
  await press(page, page.getByRole("link", { name: "Votes", exact: true }));
  await press(page, page.getByRole("link", { name: "Voter", exact: true }));
  await press(page, page.getByRole("radio", { name: "Pour" }), "Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: "Contre" })).toBeChecked();
  await press(page, page.getByRole("button", { name: "Lever la main" }));
  await expect(page.getByText("Vos choix sont enregistrés. Vous pouvez")).toBeVisible();
}

test("a member takes part from sign-in to the vote with the keyboard only, and always sees where they are", async ({
  browser,
  demonstration,
}) => {
  const organiser = await pageOf(browser, demonstration, "organiser");
  const facilitator = await pageOf(browser, demonstration, "facilitator");
  await facilitator.goto("/fr/home");
  const base = facilitator.url().replace(/\/home$/, "");
  await prepareDecision(organiser, facilitator, base);
  await openVote(organiser, base);
  const code = await printCard({ organiser, base, name: nameOf(demonstration, "member") });
  const page = await (await browser.newContext({ baseURL: demonstration.url, locale: "fr-FR" })).newPage();
  await signIn(page, code);
  await answerTask(page);
  await takePartInGroup(page);
  await vote(page);
  for (const opened of [organiser, facilitator, page]) await opened.context().close();
});
