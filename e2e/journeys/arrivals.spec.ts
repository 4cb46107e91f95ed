import { expect, type Page, test } from "@playwright/test";
import { enterHall, pageOf, startDemonstration } from "../fixtures/demonstration";

/** Fails the test when the page is loaded anew: what it shows later has come to it. */
async function staysAsItIs(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => document.body.setAttribute("data-was-here", ""));
  return () => expect(page.locator("body[data-was-here]")).toHaveCount(1);
}

/** The link that the organiser hands to somebody for a role. */
async function invite(team: Page, name: string, role: string): Promise<string> {
  await team.getByLabel("Son nom").fill(name);
  await team.getByLabel("Son rôle").selectOption(role);
  await team.getByRole("button", { name: "Inviter", exact: true }).click();
  const link = team.getByLabel("Lien à remettre");
  await expect(team.getByText(`Voici le lien pour ${name}`)).toBeVisible();
  return link.inputValue();
}

test("who joins the team during a session is seen there by all, and has their own new rights, without a reload", async ({
  browser,
}) => {
  const demonstration = await startDemonstration("live");
  const member = await pageOf(browser, demonstration, "member");
  await enterHall(member);
  await expect(member.getByText("Tout est enregistré")).toBeVisible();
  const hall = new URL(member.url()).pathname;
  const desk = hall.replace("/hall/", "/session/");
  const [assembly] = /^\/fr\/assembly\/[\w-]{22}/.exec(hall) ?? [];

  const console = await pageOf(browser, demonstration, "organiser");
  await console.goto(desk);
  const leads = console.getByText("Qui anime", { exact: true }).first();
  await leads.click();
  const choice = console.getByLabel("Qui anime le groupe 1");
  await expect(choice).toBeVisible();
  const guarantor = await pageOf(browser, demonstration, "guarantor");
  await guarantor.goto(desk);
  await expect(guarantor.getByText("Vous suivez la séance.")).toBeVisible();
  const unmoved = await Promise.all([member, console, guarantor].map(staysAsItIs));
  const team = await console.context().newPage();
  await team.goto(`${assembly}/team`);

  // Somebody who was never here takes up a role, and comes.
  const newcomer = await (await browser.newContext({ baseURL: demonstration.url, locale: "fr-FR" })).newPage();
  await newcomer.goto(await invite(team, "Camille Rey", "facilitator"));
  await newcomer.getByLabel("Votre nom").fill("Camille Rey");
  await newcomer.getByRole("button", { name: "Accepter" }).click();
  await expect(choice.getByRole("option", { name: "Camille Rey (absent)" })).toBeAttached();
  await newcomer.goto(hall);
  await expect(choice.getByRole("option", { name: "Camille Rey", exact: true })).toBeAttached();

  // Somebody who is there is given another role, and takes it up in another tab.
  await expect(member.getByRole("link", { name: "Ouvrir la console de la séance" })).toHaveCount(0);
  const beside = await member.context().newPage();
  await beside.goto(await invite(team, "La personne du groupe", "technical-assistant"));
  await beside.getByRole("button", { name: "Accepter" }).click();
  await expect(member.getByRole("link", { name: "Ouvrir la console de la séance" })).toBeVisible();

  // On the console: what one may do, and the menus around it.
  await expect(guarantor.getByRole("button", { name: "Terminer la séance" })).toHaveCount(0);
  await expect(guarantor.getByRole("link", { name: "Équipe" })).toHaveCount(0);
  const other = await guarantor.context().newPage();
  await other.goto(await invite(team, "La garante", "organiser"));
  await other.getByRole("button", { name: "Accepter" }).click();
  await expect(guarantor.getByRole("button", { name: "Terminer la séance" })).toBeVisible();
  await expect(guarantor.getByRole("link", { name: "Équipe" })).toBeVisible();
  for (const check of unmoved) await check();
  await demonstration.stop();
});
