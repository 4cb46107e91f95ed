import { expect, type Page, test } from "@playwright/test";
import { enterHall, pageOf, startDemonstration } from "../fixtures/demonstration";

/** What a page asked for in vain, and what its browser's console complains of. */
function complaintsOf(page: Page, who: string): string[] {
  const complaints: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() >= 400) complaints.push(`${who}: ${answer.status()} ${new URL(answer.url()).pathname}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${who}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${who}: ${error.message}`));
  return complaints;
}

test("when a session ends while groups work, every page hears of it and none asks for what it may not have any more", async ({
  browser,
}) => {
  const demonstration = await startDemonstration("live");
  const member = await pageOf(browser, demonstration, "member");
  await enterHall(member);
  await expect(member.getByText("Tout est enregistré")).toBeVisible();
  const hall = new URL(member.url()).pathname;
  const complaints = [complaintsOf(member, "member")];

  for (const role of ["facilitator", "technical-assistant", "guarantor", "organiser"] as const) {
    const page = await pageOf(browser, demonstration, role);
    complaints.push(complaintsOf(page, role));
    await page.goto(hall);
    await expect(page.getByRole("status").filter({ hasText: "Connexion bonne" })).toBeVisible();
  }
  const console = await pageOf(browser, demonstration, "organiser");
  complaints.push(complaintsOf(console, "console"));
  await console.goto(hall.replace("/hall/", "/session/"));
  await console
    .getByRole("link", { name: /^Aller voir/ })
    .first()
    .click();
  await expect(console.getByRole("textbox", { name: "Notes du groupe" })).toBeVisible();
  await console.goBack();

  await console.getByRole("button", { name: "Terminer la séance" }).click();
  await console.getByRole("dialog").getByRole("button", { name: "Oui, terminer" }).click();
  await expect(member.getByRole("heading", { name: "La séance est terminée. Merci !" })).toBeVisible();
  await expect(console.getByText("Cette séance est terminée.")).toBeVisible();
  // Whatever a page would still ask for is answered before this.
  await member.getByRole("link", { name: "Revenir à mon accueil" }).click();
  await expect(member.getByRole("heading", { level: 1 })).toBeVisible();
  expect(complaints.flat()).toEqual([]);
  await demonstration.stop();
});
