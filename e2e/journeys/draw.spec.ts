import { type Browser, expect, type Page, test } from "@playwright/test";
import { startServer } from "../fixtures/server";
import { createAssembly, openPhase, setUpInstallation } from "../fixtures/walk/set-up";

/** Twenty-four volunteers named for what they are; there is one woman with a doctorate under way. */
function poolFile(): Buffer {
  const kinds = [
    "Doctorante",
    ...Array(9).fill("Étudiante"),
    ...Array(7).fill("Doctorant"),
    ...Array(7).fill("Étudiant"),
  ];
  const rows = kinds.map((kind: string, at) => {
    const [gender, level] = [kind.endsWith("e") ? "femme" : "homme", kind.startsWith("D") ? "doctorat" : "licence"];
    return `v${at};${kind};Numéro${at};p${at}@example.org;${at} rue des Écoles;${gender};${level}`;
  });
  return Buffer.from(["identifiant;prénom;nom;courriel;adresse;genre;niveau", ...rows].join("\r\n"), "utf8");
}

/** Each of them can be met; not all together, with one woman who writes a thesis. */
const clashing = [
  ["genre, femme", 3, 4],
  ["genre, homme", 0, 2],
  ["niveau, doctorat", 3, 4],
  ["niveau, licence", 0, 2],
] as const;

/** So many volunteers, hardly two of whom are alike, that fair chances take longer than somebody to stop the draw. */
function unalikeFile(): Buffer {
  const rows = Array.from({ length: 1200 }, (_, at) => {
    const answers = [7, 5, 4, 3, 11].map(
      (values, turn) => `r${(at * (at + turn + 1) + Math.floor(at / values)) % values}`,
    );
    return [`v${at}`, `Prénom${at}`, `Nom${at}`, `p${at}@example.org`, `${at} rue des Écoles`, ...answers].join(";");
  });
  return Buffer.from(
    ["identifiant;prénom;nom;courriel;adresse;un;deux;trois;quatre;cinq", ...rows].join("\r\n"),
    "utf8",
  );
}

async function importPool(
  page: Page,
  base: string,
  { buffer, people }: { buffer: Buffer; people: string | RegExp },
): Promise<void> {
  await page.goto(`${base}/recruit`);
  const file = { name: "volontaires.csv", mimeType: "text/csv", buffer };
  await page.getByLabel("Fichier CSV").setInputFiles(file);
  await page.getByRole("button", { name: "Envoyer le fichier" }).click();
  await page.getByRole("button", { name: "Vérifier et importer" }).click();
  await expect(page.getByRole("heading", { name: people })).toBeVisible({ timeout: 90_000 });
}

async function setClashingQuotas(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/recruit/quotas`);
  for (const [value, min, max] of clashing) {
    await page.getByLabel(`${value} : au moins`).fill(String(min));
    await page.getByLabel(`${value} : au plus`).fill(String(max));
  }
  await page.getByRole("button", { name: "Enregistrer les quotas" }).click();
  await expect(page.getByText("C’est enregistré.")).toBeVisible();
}

/** Takes the smallest change that is proposed, after reading what it does. */
async function applyLeastChange(page: Page): Promise<void> {
  const least = page.getByRole("region", { name: "Le plus petit changement" });
  await expect(least.getByText("1 siège est déplacé.")).toBeVisible();
  await least.getByRole("button", { name: "Faire ce changement…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Changer les quotas" }).click();
  await expect(page.getByText("Les quotas sont changés")).toBeVisible();
}

const rowOf = (page: Page, name: string | RegExp) => page.getByRole("row").filter({ hasText: name });

async function recordNo(page: Page, name: string): Promise<void> {
  await rowOf(page, name).getByRole("button", { name: "A dit non…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Noter le non" }).click();
  await expect(rowOf(page, name).getByText("siège à pourvoir")).toBeVisible();
}

/** Who was drawn, by the full names that stand in the list of those invited. */
async function drawnNames(page: Page, base: string): Promise<string[]> {
  await page.goto(`${base}/invitations`);
  const names = page.getByRole("table", { name: "Les personnes invitées" }).locator("td:first-child strong");
  await expect(names).toHaveCount(4);
  return names.allTextContents();
}

async function journey(browser: Browser, setupLink: string): Promise<void> {
  const page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
  await setUpInstallation(page, setupLink);
  const base = await createAssembly(page);
  await openPhase(page, base, "Tirer au sort");
  await importPool(page, base, { buffer: poolFile(), people: "24 volontaires" });
  await setClashingQuotas(page, base);

  await page.goto(`${base}/draw`);
  await expect(page.getByText("aucun groupe ne peut tous les tenir").first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("niveau, doctorat : au moins 3").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Tirer au sort 4 membres" })).toHaveCount(0);
  await applyLeastChange(page);
  await page.getByRole("button", { name: "Tirer au sort 4 membres" }).click();
  await expect(page.getByText("Premier tirage")).toBeVisible({ timeout: 90_000 });

  const names = await drawnNames(page, base);
  const others = names.filter((name) => !name.startsWith("Doctorante"));
  expect(others).toHaveLength(3);
  for (const name of others.slice(0, 2)) await recordNo(page, name);
  await page.getByRole("button", { name: "Tirer 2 remplaçants" }).click();
  await expect(page.getByText("remplacement", { exact: true })).toHaveCount(2, { timeout: 90_000 });

  await recordNo(page, "Doctorante");
  await page.getByRole("button", { name: "Tirer 1 remplaçant" }).click();
  await expect(page.getByText("Aucun groupe ne peut tenir tous ces quotas").first()).toBeVisible({ timeout: 90_000 });
  await applyLeastChange(page);
  await page.getByRole("button", { name: "Tirer 1 remplaçant" }).click();
  await expect(page.getByText("remplacement", { exact: true })).toHaveCount(3, { timeout: 90_000 });

  await page.goto(`${base}/recruit/quotas`);
  const changes = page.getByRole("region", { name: "Ce qui a été changé" });
  await expect(changes.getByText("Proposition nº 1, avant le tirage")).toBeVisible();
  await expect(changes.getByText("Proposition nº 1, après un tirage impossible")).toBeVisible();
}

test("quotas that clash are loosened, a panel is drawn, and those who decline are replaced twice", async ({
  browser,
}) => {
  const server = await startServer();
  try {
    await journey(browser, server.setupLink() ?? "");
  } finally {
    await server.stop();
  }
});

test("a draw that is stopped keeps what it found, says what is proven of it, and is drawn from when that is a fair draw already", async ({
  browser,
}) => {
  const server = await startServer();
  try {
    const page = await (await browser.newContext({ locale: "fr-FR" })).newPage();
    await setUpInstallation(page, server.setupLink() ?? "");
    const base = await createAssembly(page);
    await openPhase(page, base, "Tirer au sort");
    await importPool(page, base, { buffer: unalikeFile(), people: /^1.200 volontaires/ });
    await page.goto(`${base}/recruit/quotas`);
    await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith("__reactContainer")));
    await page.getByRole("button", { name: "Proposer d’après les parts" }).click();
    await expect(page.getByText("Voici une proposition.")).toBeVisible();
    await expect(page.locator("input[name='max.0']")).not.toHaveValue("");
    await page.getByRole("button", { name: "Enregistrer les quotas" }).click();
    await expect(page.getByText("C’est enregistré.")).toBeVisible();
    await page.goto(`${base}/draw`);
    await page.getByRole("button", { name: "Tirer au sort 4 membres" }).click();
    await expect(page.getByText("Recherche des groupes possibles")).toBeVisible({ timeout: 90_000 });
    await page.getByRole("button", { name: "Arrêter" }).click();
    const kept = page.getByRole("region", { name: "son meilleur résultat est gardé" });
    await expect(kept.getByText("Arrêté par Claire Fontaine")).toBeVisible({ timeout: 90_000 });
    // How far it came depends on the machine. From a list that leaves people out nobody is drawn: whoever knows the volunteers could foretell it.
    const leastShare = Number.parseInt((await kept.getByRole("meter").allTextContents()).join("") || "0", 10);
    if (leastShare < 90) {
      await expect(kept.getByText("On ne peut pas encore tirer un groupe de cette liste")).toBeVisible();
      await expect(kept.getByRole("button", { name: "Tirer avec ce résultat…" })).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Tirer au sort 4 membres" })).toBeVisible();
      return;
    }
    await kept.getByRole("button", { name: "Tirer avec ce résultat…" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Tirer au sort" }).click();
    await expect(page.getByText("Premier tirage")).toBeVisible();
    await page.getByRole("link", { name: "Voir le résultat" }).click();
    await expect(page.getByText("Le calcul a été arrêté avant sa fin").first()).toBeVisible();
    await expect(page.getByText("Arrêté par Claire Fontaine")).toBeVisible();
  } finally {
    await server.stop();
  }
});
