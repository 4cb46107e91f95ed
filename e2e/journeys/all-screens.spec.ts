import { expect } from "@playwright/test";
import { type DemoRole, roles, startDemonstration, test } from "../fixtures/demonstration";
import { inspectScreen, listenToPage, type Theme } from "../fixtures/inspect-screen";
import { listRoutes } from "../fixtures/list-routes";
import { explore, walkLinks } from "../fixtures/walk-links";

const languages: readonly { readonly lang: "fr" | "en"; readonly laptopTheme: Theme }[] = [
  { lang: "fr", laptopTheme: "light" },
  { lang: "en", laptopTheme: "dark" },
];

// The longest file by far: its tests look, and change nothing, so that every worker may take some.
test.describe.configure({ mode: "parallel" });

/** Screens outside an assembly look the same to everybody: a worker inspects them once, as the first who opens them. */
const inspected = new Set<string>();

for (const role of ["visitor", "organiser", ...roles.filter((role) => role !== "organiser")] as const) {
  for (const { lang, laptopTheme } of languages) {
    test(`every screen of the ${role} is sound in ${lang === "fr" ? "French" : "English"}`, async ({
      browser,
      demonstration,
    }) => {
      const { parts } = await explore(demonstration.as);
      const walk = await walkLinks(demonstration.as[role], listRoutes(), { start: ["/fr", "/fr/home"], known: parts });
      const opened = walk.visited.filter(({ status, isPage }) => status === 200 && isPage).map(({ path }) => path);
      const paths = opened.map((path) => path.replace(/^\/fr/, `/${lang}`));
      const context = await browser.newContext({
        baseURL: demonstration.url,
        storageState: await demonstration.as[role].storageState(),
        reducedMotion: "reduce",
        permissions: ["camera", "microphone"],
      });
      const page = await context.newPage();
      const heard = listenToPage(page, new URL(demonstration.url).host);
      const faults: string[] = [];
      for (const path of paths) {
        if (!path.includes("/assembly/") && inspected.has(path)) continue;
        inspected.add(path);
        const found = [...(await inspectScreen(page, path, laptopTheme)), ...heard()];
        faults.push(...found.map((fault) => `${path} ${fault}`));
      }
      await context.close();
      expect(faults).toEqual([]);
    });
  }
}

/** What is only there once all is decided; the rest looks as it did in the midst of the assembly. */
const decided: readonly (readonly [DemoRole | "visitor", RegExp])[] = [
  ["member", /\/(home|booklet|recommendations|recommendation\/:recommendationId|votes|vote\/:voteId)$/],
  ["organiser", /\/(desk|site|vote\/:voteId)$/],
  ["visitor", /^\/:lang\/site\/:slug(\/(booklet|recommendation\/:number))?$/],
];

test("what was decided is sound on the members' screens and on the public site", async ({ browser }) => {
  const published = await startDemonstration("published");
  try {
    const { parts } = await explore(published.as);
    const faults: string[] = [];
    for (const [role, wanted] of decided) {
      const browsing = published.as[role];
      const walk = await walkLinks(browsing, listRoutes(), { start: ["/fr", "/fr/home"], known: parts });
      const paths = walk.visited.filter(
        ({ pattern, status, isPage }) => status === 200 && isPage && wanted.test(pattern),
      );
      expect(paths.map(({ pattern }) => pattern)).not.toEqual([]);
      const context = await browser.newContext({
        baseURL: published.url,
        storageState: await browsing.storageState(),
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      const heard = listenToPage(page, new URL(published.url).host);
      for (const [at, { path }] of paths.entries()) {
        const [shown, theme] =
          at % 2 === 0 ? ([path, "light"] as const) : ([path.replace("/fr", "/en"), "dark"] as const);
        const found = [...(await inspectScreen(page, shown, theme)), ...heard()];
        faults.push(...found.map((fault) => `${role} ${shown} ${fault}`));
      }
      await context.close();
    }
    expect(faults).toEqual([]);
  } finally {
    await published.stop();
  }
});

test("no screen links to a page that does not exist, or that the reader may not see", async ({ demonstration }) => {
  const { parts } = await explore(demonstration.as);
  const dead: string[] = [];
  for (const [role, browser] of Object.entries(demonstration.as)) {
    const walk = await walkLinks(browser, listRoutes(), { start: ["/fr", "/fr/home"], known: parts });
    for (const { path, status, from } of walk.visited) {
      if (from !== null && status >= 400) dead.push(`${role}: ${from} links to ${path}, which answers ${status}`);
    }
  }
  expect(dead).toEqual([]);
});

test("the pages that say no are sound too", async ({ browser, demonstration }) => {
  const { parts } = await explore(demonstration.as);
  const context = await browser.newContext({
    baseURL: demonstration.url,
    storageState: await demonstration.as.member.storageState(),
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const heard = listenToPage(page, new URL(demonstration.url).host);
  const faults: string[] = [];
  for (const lang of ["fr", "en"]) {
    for (const path of [`/${lang}/nowhere`, `/${lang}/assembly/${parts.assemblyId}/settings`, `/${lang}/link/AAAA`]) {
      const found = [...(await inspectScreen(page, path, "light")), ...heard()];
      // The browser itself reports the status of the page in its console.
      faults.push(...found.filter((fault) => !fault.includes("status of 40")).map((fault) => `${path} ${fault}`));
    }
  }
  await context.close();
  expect(faults).toEqual([]);
});
