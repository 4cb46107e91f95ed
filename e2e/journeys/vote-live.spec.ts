import { expect, type Page } from "@playwright/test";
import { pageOf, test } from "../fixtures/demonstration";
import { openVote, prepareDecision } from "../fixtures/walk/decide";

/** Nothing here is loaded again by hand: a page that changes was told. */
test("a vote opens, fills and closes under everybody's eyes, and a ballot sent without a line is not lost", async ({
  browser,
  demonstration,
}) => {
  const [organiser, facilitator, member] = [
    await pageOf(browser, demonstration, "organiser"),
    await pageOf(browser, demonstration, "facilitator"),
    await pageOf(browser, demonstration, "member"),
  ];
  await facilitator.goto("/fr/home");
  const base = facilitator.url().replace(/\/home$/, "");
  await prepareDecision(organiser, facilitator, base);
  await member.goto(`${base}/votes`);
  const way = member.getByRole("link", { name: "Voter", exact: true });
  await expect(way).toBeHidden();
  await openVote(organiser, base);
  await expect(organiser.getByRole("meter", { name: "Ont voté" })).toHaveAttribute("aria-valuetext", /^0 sur /);
  await way.click();
  await castWithoutLine(member);
  await expect(organiser.getByRole("meter", { name: "Ont voté" })).toHaveAttribute("aria-valuetext", /^1 sur /);
  await organiser.getByRole("button", { name: "Clore le vote" }).click();
  await organiser.getByRole("dialog").getByRole("button", { name: "Clore le vote" }).click();
  await expect(member.getByRole("heading", { name: "Résultats" })).toBeVisible();
  await expect(member.getByRole("button", { name: /Lever la main|Changer mes choix/ })).toBeHidden();
  for (const page of [organiser, facilitator, member]) await page.context().close();
});

async function castWithoutLine(member: Page): Promise<void> {
  await member.getByRole("radio", { name: "Pour" }).check();
  await member.context().setOffline(true);
  const send = member.getByRole("button", { name: "Lever la main" });
  await send.click();
  await expect(member.getByText(/Le serveur est hors d.atteinte/)).toBeVisible();
  await expect(member.getByRole("radio", { name: "Pour" })).toBeChecked();
  await member.context().setOffline(false);
  await send.click();
  await expect(member.getByText("Vos choix sont enregistrés. Vous pouvez")).toBeVisible();
}
