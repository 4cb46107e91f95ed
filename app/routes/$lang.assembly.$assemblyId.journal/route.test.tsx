import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { showPage } from "~/app/components/testing/show-page";
import { knownId } from "~/app/domain/kernel/ids";
import { Entries } from "./entries";
import { Filter } from "./filter";
import type { JournalEntry } from "./route.server";

afterEach(cleanup);

const entry = (changes: Partial<JournalEntry> = {}): JournalEntry => ({
  ...{ id: "1", atMs: Date.UTC(2026, 2, 14, 9, 0), actorKind: "person", actorName: "Claire", action: "phase.advance" },
  ...{ subjectKind: "phase", subjectId: "p1", data: {} },
  ...changes,
});
const said = (changes: Partial<JournalEntry>, locale: "fr" | "en" = "fr") => {
  showPage(<Entries entries={[entry(changes)]} />, { locale });
  const text = screen.getByRole("listitem").querySelector("p")?.textContent;
  cleanup();
  return text;
};

it("says who did what in words, in each language, with the reason that they gave", () => {
  expect(said({ data: { reason: "Le temps manque" } })).toBe("Claire – a ouvert une nouvelle étape (Le temps manque)");
  expect(said({}, "en")).toMatch(/^Claire – opened/);
});

it("names the installation, a visitor, and somebody whose data were erased for what they are", () => {
  expect(said({ actorKind: "system", actorName: null })).toMatch(/^L’installation –/);
  expect(said({ actorKind: "visitor", actorName: null })).toMatch(/^Quelqu’un sans connexion –/);
  expect(said({ actorName: null })).toMatch(/^Quelqu’un dont les données sont effacées –/);
});

it("keeps an action that has no words yet readable", () => {
  expect(said({ action: "thing.do-it" })).toBe("Claire – thing do it");
});

it("shows what was recorded as it is, of any shape", () => {
  showPage(<Entries entries={[entry({ data: { seats: 110, to: ["a", "b"], no: null, reason: 3 } })]} />);
  const facts = [...document.querySelectorAll("dd")].map(({ textContent }) => textContent);
  expect(facts).toEqual(["phase.advance", "phase p1", "110", '["a","b"]', "null", "3"]);
});

const CLAIRE = "c".repeat(22);
const actors = [{ id: CLAIRE, name: "Claire" }];
const actions = ["vote.cast", "phase.advance", "session.add"];

it("is searched by a form that has an address, its actions in the order of their words", () => {
  showPage(<Filter asked={{ page: 1 }} actions={actions} actors={actors} base="/fr/assembly/a/journal" />);
  const form = screen.getByRole<HTMLFormElement>("search", { name: "Chercher dans le journal" });
  expect(form.method).toBe("get");
  const words = [...screen.getByLabelText<HTMLSelectElement>("Quoi").options].slice(1).map(({ text }) => text);
  expect(words).toEqual([...words].sort((one, other) => one.localeCompare(other, "fr")));
  expect(screen.queryByRole("link", { name: "Tout revoir" })).toBeNull();
});

it("shows what was looked for, and the way back to everything", () => {
  const asked = {
    page: 2,
    action: "vote.cast",
    person: knownId<"person">(CLAIRE),
    from: "2026-03-01",
    until: "2026-03-14",
  };
  showPage(<Filter asked={asked} actions={actions} actors={actors} base="/fr/assembly/a/journal" />);
  const form = screen.getByRole<HTMLFormElement>("search");
  expect(Object.fromEntries(new FormData(form))).toEqual({
    action: "vote.cast",
    person: CLAIRE,
    from: "2026-03-01",
    until: "2026-03-14",
  });
  expect(screen.getByRole("link", { name: "Tout revoir" }).getAttribute("href")).toBe("/fr/assembly/a/journal");
});
