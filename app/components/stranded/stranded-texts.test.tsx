import { useNavigate } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Locale } from "~/app/domain/kernel/locale";
import { i18nOf } from "~/app/i18n/translate";
import { drawerOf } from "~/realtime/browser/unsent/drawer";
import { keepDrawer } from "~/realtime/browser/unsent/drawer-keepers";
import { wholeLine } from "~/realtime/browser/unsent/stranded-lines";
import { strand, strandedTexts } from "~/realtime/browser/unsent/stranded-texts";
import type { WrittenLine } from "~/realtime/browser/unsent/written-lines";
import { StrandedNotice } from "./stranded-notice";

const HALL = "/fr/assembly/a/hall/s";
const HOME = "/fr/home";

let release: () => void = () => undefined;
beforeEach(() => sessionStorage.clear());
afterEach(() => {
  release();
  cleanup();
});

let texts = strandedTexts("lea");
let locale: Locale = "fr";
let go: (to: string) => void = () => undefined;

function Page() {
  const navigate = useNavigate();
  go = navigate;
  return (
    <I18nextProvider i18n={i18nOf(locale)}>
      <StrandedNotice owner="lea" texts={texts} />
    </I18nextProvider>
  );
}

/** The words of one document lie apart, and a page is open. */
function show(path: string, lines: readonly WrittenLine[] = [wholeLine("Des bancs.")]): void {
  const drawer = drawerOf("lea", "notes-7");
  if (!drawer) throw new Error("no storage");
  strand(drawer, { title: "Notes du groupe 1", reason: "document-locked", lines });
  texts = strandedTexts("lea");
  const Stub = createRemixStub([{ id: "root", path: "*", Component: Page }]);
  render(<Stub initialEntries={[path]} />);
}

const isOpen = (): boolean => document.querySelector("details")?.open ?? false;

it("is one folded line on a page where the words were not written", () => {
  release = keepDrawer("notes-7", HALL);
  show(HOME);
  expect(isOpen()).toBe(false);
  expect(strandedTexts("lea").map(({ isSeen }) => isSeen)).toEqual([false]);
});

it("unfolds by itself on the page where they were written, once, and is folded on the next page", async () => {
  release = keepDrawer("notes-7", HALL);
  show(HALL);
  expect(isOpen()).toBe(true);
  expect(strandedTexts("lea").map(({ isSeen }) => isSeen)).toEqual([true]);
  texts = strandedTexts("lea");
  await act(async () => go(HOME));
  expect(isOpen()).toBe(false);
  await act(async () => go(HALL));
  expect(isOpen()).toBe(false);
});

it("unfolds there too when the notes closed with the session before the words were known to be lost", () => {
  keepDrawer("notes-7", HALL)();
  show(HALL);
  expect(isOpen()).toBe(true);
});

it("marks the words that are missing where others of the line are saved", () => {
  show(HOME, [{ words: "Des bancs à l'ombre.", unsaved: [[9, 19]] }]);
  fireEvent.click(screen.getByText(/n’ont pas pu être enregistrés/));
  expect([...document.querySelectorAll("mark")].map(({ textContent }) => textContent)).toEqual([" à l'ombre"]);
  expect(screen.getByText(/Les mots surlignés manquent/)).toBeTruthy();
});

it.each([
  ["fr", "Ouvrir un courriel avec ces lignes"],
  ["en", "Open a mail with these lines"],
] as const)("says in %s that a mail opens, where the device has no other way to hand words on", (language, label) => {
  locale = language;
  show(HOME);
  expect(screen.getByText(label).getAttribute("href")).toMatch(/^mailto:\?/);
});
