import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect } from "@playwright/test";
import { newCommandId, test } from "../fixtures/demonstration";
import { addressOf, listRoutes } from "../fixtures/list-routes";
import { foundAnother } from "../fixtures/outsiders";
import { readForms } from "../fixtures/read-forms";
import { explore } from "../fixtures/walk-links";

const unknownId = "AAAAAAAAAAAAAAAAAAAAAA";
const malformed = ["x", "%00", "%E0%A4%A", "..%2F..%2Fetc%2Fpasswd", "'%3B--", "%3Cscript%3E", "a".repeat(3000)];
const trace = /\n\s+at .+:\d+:\d+|node_modules|file:\/\/\/|\.tsx?:\d+/;

/** What no answer to bad input may be: a fault of ours, a stack trace, or a success. */
async function faultsOf(what: string, answer: APIResponse): Promise<string[]> {
  const body = await answer.text();
  const status = answer.status();
  return [
    ...(status < 400 || status >= 500 ? [`${what}: ${status}`] : []),
    ...(trace.test(body) ? [`${what}: trace`] : []),
  ];
}

const get = (browser: APIRequestContext, path: string): Promise<APIResponse> => browser.get(path, { maxRedirects: 0 });

test("an unknown page says so in the language of its address", async ({ demonstration: { as } }) => {
  const french = await get(as.visitor, "/fr/nulle-part");
  expect(french.status()).toBe(404);
  expect(await french.text()).toMatch(/<html lang="fr"[\s\S]*<h1>Cette page n’existe pas/);
  const english = await get(as.visitor, "/en/nowhere");
  expect(english.status()).toBe(404);
  expect(await english.text()).toMatch(/<html lang="en"[\s\S]*<h1>This page does not exist/);
  expect((await get(as.visitor, "/de/sitzung")).status()).toBe(404);
});

test("an unknown or malformed part of any address is never our fault", async ({ demonstration: { as } }) => {
  const { parts } = await explore(as);
  const faults: string[] = [];
  for (const { pattern } of listRoutes()) {
    const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = ""]) => name).filter((name) => name !== "lang");
    for (const name of names) {
      for (const wrong of name === "assemblyId" ? [unknownId, ...malformed] : [unknownId, malformed[0] ?? ""]) {
        const known = Object.fromEntries(names.map((other) => [other, parts[other] ?? unknownId]));
        const path = addressOf(pattern, { ...known, lang: "fr", [name]: "WRONG" })?.replace("WRONG", wrong) ?? "";
        const answer = await get(as.organiser, path);
        const mayBeNew = pattern.includes("/learning-desk/");
        if (!mayBeNew || answer.status() >= 500) faults.push(...(await faultsOf(path.slice(0, 120), answer)));
      }
    }
  }
  expect(faults).toEqual([]);
});

test("what an address names and is not there is not found, whatever it is", async ({ demonstration: { as } }) => {
  const { parts } = await explore(as);
  const faults: string[] = [];
  for (const { pattern } of listRoutes()) {
    const names = [...pattern.matchAll(/:(\w+)/g)].map(([, name = ""]) => name).filter((name) => name !== "lang");
    for (const name of names.filter((one) => one !== "stepKind")) {
      const known = { ...parts, lang: "fr", [name]: unknownId };
      for (const path of [addressOf(pattern, known)].filter((one) => one !== undefined)) {
        const answer = await get(as.organiser, path);
        // A right that the phase does not give comes before what is there.
        if (![403, 404].includes(answer.status())) faults.push(`${path}: ${answer.status()}`);
      }
    }
  }
  expect(faults).toEqual([]);
});

test("a sign-in link that was used, or never was, is answered by a sentence and a way on", async ({
  demonstration,
}) => {
  const used = /Demonstration, member \(.+\): (\S+)/.exec(demonstration.server.logs())?.[1] ?? "";
  const again = await demonstration.as.visitor.get(used);
  expect(again.status()).toBe(410);
  expect(await again.text()).toContain("a déjà servi");
  const posted = await demonstration.as.visitor.post(used, { form: { commandId: newCommandId() }, maxRedirects: 0 });
  expect(posted.status()).toBe(410);
  expect(await posted.text()).toContain("a déjà servi");
  const unknown = await demonstration.as.visitor.get(`/en/link/${unknownId}`);
  expect(unknown.status()).toBe(404);
  expect(await unknown.text()).toContain("/en/sign-in");
});

test("methods and bodies that no form uses are refused", async ({ demonstration: { as } }) => {
  const { parts } = await explore(as);
  const faults: string[] = [];
  for (const { pattern } of listRoutes()) {
    const path = addressOf(pattern, parts);
    if (!path) continue;
    for (const method of ["PUT", "DELETE"]) {
      const answer = await as.organiser.fetch(path, { method, maxRedirects: 0 });
      faults.push(...(await faultsOf(`${method} ${path}`, answer)));
    }
    const data = { commandId: newCommandId() };
    faults.push(...(await faultsOf(`JSON to ${path}`, await as.organiser.post(path, { data, maxRedirects: 0 }))));
  }
  expect(faults).toEqual([]);
});

test("forms with nothing in them, or far too much, are refused beside the field", async ({
  demonstration: { as },
  page,
}) => {
  const { visited } = await explore(as);
  const faults: string[] = [];
  const sent = new Set<string>();
  const texts =
    /^(title|question|authorityName|commitment|contactName|name|address|prompt|body|reason|text|privacy|legal)/;
  for (const { path, status, isPage } of visited) {
    if (status !== 200 || !isPage || !path.includes("/assembly/")) continue;
    const shown = await get(as.organiser, path);
    for (const { fields, path: target } of shown.ok() ? await readForms(page, await shown.text(), path) : []) {
      const kind = `${target} ${fields.intent}`;
      if (!target.includes("/assembly/") || sent.has(kind)) continue;
      sent.add(kind);
      const { commandId: _, ...withoutId } = fields;
      for (const form of [{}, { intent: fields.intent ?? "" }, withoutId]) {
        const answer = await as.organiser.post(target, { form, maxRedirects: 0 });
        faults.push(...(await faultsOf(`${target} ${JSON.stringify(form).slice(0, 60)}`, answer)));
      }
      const long = Object.entries(fields).map(([name, value]) => [
        name,
        texts.test(name) ? "é".repeat(200_000) : value,
      ]);
      if (!Object.keys(fields).some((name) => texts.test(name))) continue;
      const form = { ...Object.fromEntries(long), commandId: newCommandId() };
      const answer = await as.organiser.post(target, { form, maxRedirects: 0 });
      faults.push(...(await faultsOf(`${target} ${fields.intent} with too much`, answer)));
    }
  }
  expect(faults).toEqual([]);
});

const anId = /^[A-Za-z0-9_-]{22}$/;

test("an assembly's pages and forms know nothing of what belongs to another one", async ({
  demonstration,
  page: parser,
}) => {
  const { organiser } = demonstration.as;
  const { parts, visited } = await explore(demonstration.as);
  const [here, there] = [`/fr/assembly/${parts.assemblyId}`, await foundAnother(demonstration, parser)];
  const faults: string[] = [];
  for (const { pattern } of listRoutes()) {
    const path = /:assemblyId\/.*:/.test(pattern) ? addressOf(pattern, { ...parts, lang: "fr" }) : undefined;
    if (!path) continue;
    const answer = await get(organiser, path.replace(here, there));
    faults.push(...(await faultsOf(`GET ${pattern}`, answer)));
  }
  const sent = new Set<string>();
  for (const { path, status, isPage } of visited) {
    if (status !== 200 || !isPage || !path.startsWith(here)) continue;
    const shown = await get(organiser, path);
    for (const form of shown.ok() ? await readForms(parser, await shown.text(), path) : []) {
      const { commandId: _, ...fields } = form.fields;
      const foreign = [...Object.values(fields), ...form.path.replace(here, "").split("/")].some((text) =>
        anId.test(text),
      );
      const kind = `${form.path} ${fields.intent}`;
      if (!foreign || !form.path.startsWith(here) || sent.has(kind)) continue;
      sent.add(kind);
      const sentThere = { form: { ...fields, commandId: newCommandId() }, maxRedirects: 0 };
      const answer = await organiser.post(form.path.replace(here, there), sentThere);
      faults.push(...(await faultsOf(`POST ${kind}`, answer)));
    }
  }
  expect(faults).toEqual([]);
  expect(sent.size).toBeGreaterThan(5);
});

test("names in any script, with emoji, or far too long, stay what they are and break nothing", async ({
  browser,
  demonstration,
}) => {
  const { parts } = await explore(demonstration.as);
  const storageState = await demonstration.as.organiser.storageState();
  const page = await browser.newPage({
    baseURL: demonstration.url,
    storageState,
    viewport: { width: 360, height: 740 },
  });
  await page.goto(`/fr/assembly/${parts.assemblyId}/team`);
  const [name, submit] = [page.locator("input[name=name]"), page.getByRole("button", { name: "Inviter", exact: true })];
  const tooLong = "Zoé ".repeat(1250).trim();
  await name.evaluate((field, text) => Object.assign(field, { maxLength: 100_000, value: text }), tooLong);
  await submit.click();
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveValue(tooLong);
  for (const chosen of ["مريم الفاسي", "🌻 Léa 🎓", "W".repeat(120)]) {
    await name.fill(chosen);
    await page.getByLabel("Son rôle").selectOption("observer");
    await submit.click();
    await expect(page.getByText(`Voici le lien pour ${chosen}`)).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: chosen })).toHaveCount(1);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.close();
});

test("a wrong field is named in the reader's language, and what was typed stays", async ({
  browser,
  demonstration,
}) => {
  const { parts } = await explore(demonstration.as);
  const storageState = await demonstration.as.organiser.storageState();
  const page = await browser.newPage({ baseURL: demonstration.url, storageState });
  await page.goto(`/en/assembly/${parts.assemblyId}/team`);
  await page.locator("input[name=name]").fill("Zoé Perrin");
  await page.locator("input[name=email]").fill("not an address");
  await page.locator("input[name=email]").press("Enter");
  await expect(page.locator("input[name=email]")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("alert")).toContainText("address");
  await expect(page.locator("input[name=name]")).toHaveValue("Zoé Perrin");
  await expect(page.locator("input[name=email]")).toHaveValue("not an address");
  await page.close();
});

test("a question sent twice, at once or by a double click, is asked once", async ({ browser, demonstration }) => {
  const { parts } = await explore(demonstration.as);
  const { member } = demonstration.as;
  const path = `/fr/assembly/${parts.assemblyId}/questions`;
  const form = { intent: "ask", commandId: newCommandId(), text: "Qui paie les travaux d’isolation des cités ?" };
  await Promise.all([1, 2, 3].map(() => member.post(path, { form })));
  await expect(await member.post(path, { form })).toBeOK();
  const page = await browser.newPage({ baseURL: demonstration.url, storageState: await member.storageState() });
  await page.goto(path);
  await expect(page.getByText(form.text)).toHaveCount(1);
  const clicked = "Combien de logements sont vides en été ?";
  await page.locator("textarea[name=text]").fill(clicked);
  await page.locator("form:has(textarea[name=text]) button[type=submit]").dblclick();
  await expect(page.locator("main").getByText(clicked)).toHaveCount(1);
  await page.reload();
  await expect(page.locator("main").getByText(clicked)).toHaveCount(1);
  await page.close();
});

const files: readonly { readonly name: string; readonly buffer: Buffer; readonly says: string }[] = [
  { name: "vide.csv", buffer: Buffer.alloc(0), says: "Ce fichier n’a aucune ligne" },
  { name: "volontaires.xlsx", buffer: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), says: "CSV" },
  {
    name: "image.csv",
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
    says: "n’est pas un fichier de texte",
  },
  { name: "ancien.csv", buffer: Buffer.from("id;prénom\n1;Zoé\n", "latin1"), says: "UTF-8" },
  { name: "titres.csv", buffer: Buffer.from("id;nom\n"), says: "aucune ligne" },
  { name: "tableur.csv", buffer: Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), says: "CSV" },
  {
    name: "large.csv",
    buffer: Buffer.from(`${"a;".repeat(50_000)}\n1;2\n`),
    says: "La ligne 1 a plus de 200 colonnes",
  },
  { name: "case.csv", buffer: Buffer.from(`id;nom\n1;${"x".repeat(9_000)}`), says: "Ligne 2, colonne 2" },
  { name: "enorme.csv", buffer: Buffer.alloc(50 * 1024 * 1024, "a"), says: "12" },
];

test("a file that cannot be a pool is refused, and every bad cell of one that can is listed", async ({
  browser,
  demonstration,
  page: parser,
}) => {
  const { organiser } = demonstration.as;
  const base = await foundAnother(demonstration, parser);
  const shown = await readForms(parser, await (await organiser.get(`${base}/recruit`)).text(), `${base}/recruit`);
  const seen = shown.find(({ fields }) => fields.intent === "upload")?.fields.seen ?? "";
  for (const { name, buffer, says } of files) {
    const file = { name, mimeType: "text/csv", buffer };
    const multipart = { commandId: newCommandId(), intent: "upload", seen, file };
    const answer = await organiser.post(`${base}/recruit`, { multipart, maxRedirects: 0 });
    expect([413, 422], name).toContain(answer.status());
    expect(await answer.text(), name).toContain(says);
  }
  const page = await browser.newPage({ baseURL: demonstration.url, storageState: await organiser.storageState() });
  await page.goto(`${base}/recruit`);
  const rows = [
    "identifiant;nom;courriel;genre",
    "v1;Zoé;zoe@example.org;femme",
    "v1;Paul;paul@example.org;homme",
    "v3;;pas-une-adresse;femme",
  ];
  const buffer = Buffer.from(rows.join("\n"));
  await page.getByLabel("Fichier CSV").setInputFiles({ name: "volontaires.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Envoyer le fichier" }).click();
  await page.getByRole("button", { name: "Vérifier et importer" }).click();
  await expect(page.getByText("3 cellules sont à corriger").first()).toBeVisible();
  const line = (text: string) => page.getByRole("row").filter({ hasText: text });
  await expect(line("est déjà l’identifiant de la ligne 2")).toContainText(/3[\s\S]*identifiant/);
  await expect(line("Le nom manque")).toContainText(/4[\s\S]*nom/);
  await expect(line("n’est pas une adresse")).toContainText(/4[\s\S]*courriel/);
  await page.close();
});
