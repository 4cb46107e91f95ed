import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { serverPage, showPage } from "~/app/components/testing/show-page";
import { byFeature } from "./by-feature";
import { besideLine, quotasForm, quotasOf, readLines } from "./form";
import type { FormLine } from "./form-line";
import { QuotaFile } from "./quota-file";
import { QuotaForm } from "./quota-form";
import { suggestLines } from "./suggest";
import { SumLine } from "./sum-line";

afterEach(cleanup);

const MARK = "0".repeat(64);
const line = (feature: string, value: string, changes: Partial<FormLine> = {}): FormLine => ({
  ...{ feature, value, people: 300, quota: null },
  ...changes,
});
const lines = [
  line("genre", "femme", { quota: { min: 5, max: 6 }, people: 600, tight: true }),
  line("genre", "homme", { quota: { min: 4, max: 5, minFlex: 3, maxFlex: 6 }, people: 400 }),
  line("âge", "16-29"),
  line("âge", "30 et plus"),
];
const form = (at = lines) => <QuotaForm lines={at} seats={10} people={1000} mark={MARK} />;
const field = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const typed = (fields: Readonly<Record<string, string>>) => readLines(fields);

it("before any script the form posts every line, the soft bounds of the file with it, as the route reads them", () => {
  const page = serverPage(form());
  const posted = Object.fromEntries(new FormData(page.querySelector("form") ?? undefined));
  expect(quotasForm.parse(posted).intent).toBe("save");
  expect(quotasOf(readLines(posted))).toEqual({
    quotas: [
      { feature: "genre", value: "femme", min: 5, max: 6 },
      { feature: "genre", value: "homme", min: 4, max: 5, minFlex: 3, maxFlex: 6 },
    ],
    lineOf: [0, 1],
    refusals: [],
  });
});

it("holds the sums against the seats while one types, in words that are read out", () => {
  showPage(form());
  const sums = () => screen.queryAllByText(/^Sommes/).map(({ textContent }) => textContent);
  expect(sums()).toEqual([expect.stringMatching(/de 9 à 11.*10 sièges tiennent dedans/)]);
  fireEvent.input(field(/^genre, femme.*au moins$/), { target: { value: "8" } });
  expect(sums()[0]).toMatch(/au moins 12.*plus que 10 sièges/);
  fireEvent.input(field(/^âge, 16-29.*au plus$/), { target: { value: "3" } });
  expect(sums()[1]).toMatch(/au plus 3.*moins que 10 sièges/);
});

it("says nothing of a feature that is left free, and counts what is no number as nothing", () => {
  showPage(<SumLine bounds={[{ min: "", max: "" }]} seats={10} />);
  expect(screen.queryByText(/Sommes/)).toBeNull();
  cleanup();
  showPage(<SumLine bounds={[{ min: "x", max: "12" }]} seats={10} />, { locale: "en" });
  expect(screen.getByText(/0 .*12/)).toBeTruthy();
});

it("begins with the share that each value has among the volunteers, written as the language does", () => {
  const thirds = [line("genre", "femme", { people: 1 }), line("genre", "homme", { people: 2 })];
  const shares = (locale: "fr" | "en", people: number) => {
    showPage(<QuotaForm lines={thirds} seats={10} people={people} mark={MARK} />, { locale });
    const values = screen.getAllByLabelText<HTMLInputElement>(/femme, en %|of femme/).map(({ value }) => value);
    cleanup();
    return values;
  };
  expect([shares("fr", 3), shares("en", 3), shares("fr", 0)]).toEqual([["33,3"], ["33.3"], [""]]);
});

it("keeps what was typed beside its value when it is refused, and says beside which figure", async () => {
  const refusals = [{ code: "number-invalid", field: "min.0" }];
  showPage(form(), { answer: (values) => ({ refusals, values }) });
  fireEvent.change(field(/^genre, femme.*au moins$/), { target: { value: "cinq" } });
  fireEvent.click(screen.getByRole("button", { name: "Enregistrer les quotas" }));
  await screen.findByRole("alert");
  const wrong = field(/^genre, femme.*au moins$/);
  expect([wrong.value, wrong.getAttribute("aria-invalid")]).toEqual(["cinq", "true"]);
  expect(field(/^genre, homme.*au moins$/).value).toBe("4");
});

it("asks for a proposal with the other button, by the margin that was chosen, without saving", async () => {
  const posts: Record<string, string>[] = [];
  const answer = (values: Record<string, string>) => {
    posts.push(values);
    return null;
  };
  showPage(form(), { answer });
  fireEvent.change(screen.getByLabelText("Marge"), { target: { value: "2" } });
  fireEvent.click(screen.getByRole("button", { name: "Proposer d’après les parts" }));
  await waitFor(() => expect(posts).toHaveLength(1));
  expect(quotasForm.parse(posts[0])).toMatchObject({ propose: "yes", margin: 2 });
});

it("opens the file's part where a file was wrong, with each bad cell by row and column", async () => {
  const problems = [{ row: 3, column: "min", code: "quota-number-not-whole", value: "deux" }];
  showPage(<QuotaFile mark={MARK} />, { answer: () => ({ refusals: [], values: { intent: "file" }, problems }) });
  const details = document.querySelector("details");
  expect(details?.open).toBe(false);
  const form = screen.getByRole<HTMLButtonElement>("button", { hidden: true }).form;
  if (!form) throw new Error("no form");
  fireEvent.submit(form);
  expect(await screen.findByText("Une cellule du fichier est à corriger", { selector: "strong, p, div" })).toBeTruthy();
  expect(details?.open).toBe(true);
  const [row] = within(screen.getByRole("table")).getAllByRole("row").slice(1);
  expect(row?.textContent).toMatch(/^3min.*deux/);
});

it("needs every figure of a feature that has one, in whole numbers, and leaves the others free", () => {
  const two = { "feature.0": "genre", "value.0": "femme", "feature.1": "genre", "value.1": "homme" };
  const read = quotasOf(typed({ ...two, "min.0": "5", "max.0": " 6 ", "min.1": "4,5", "max.1": "" }));
  expect(read.refusals).toEqual([
    { code: "number-invalid", field: "min.1" },
    { code: "field-required", field: "max.1" },
  ]);
  expect(quotasOf(typed({ ...two, "share.0": "60" }))).toEqual({ quotas: [], lineOf: [], refusals: [] });
  expect(quotasOf(typed({ ...two, "min.0": "-1", "max.0": "1e3" })).refusals.map(({ code }) => code)).toContain(
    "number-invalid",
  );
});

it("keeps a soft bound only while the bound itself lies within it", () => {
  const one = { "feature.0": "genre", "value.0": "femme", "minFlex.0": "3", "maxFlex.0": "8" };
  expect(quotasOf(typed({ ...one, "min.0": "5", "max.0": "6" })).quotas[0]).toMatchObject({ minFlex: 3, maxFlex: 8 });
  expect(quotasOf(typed({ ...one, "min.0": "2", "max.0": "9" })).quotas).toEqual([
    { feature: "genre", value: "femme", min: 2, max: 9 },
  ]);
});

it("says what the rules refuse of a quota beside the line that it came from", () => {
  expect(besideLine({ code: "number-invalid", field: "max.1" }, [0, 3])).toMatchObject({ field: "max.3" });
  expect(besideLine({ code: "number-invalid", field: "max.7" }, [0, 3])).toMatchObject({ field: "max.7" });
  expect(besideLine({ code: "form-invalid" }, [0])).toEqual({ code: "form-invalid" });
});

it("proposes by the shares that were typed, keeps what stood at a feature without one, and refuses what is no share", () => {
  const four = {
    ...{ "feature.0": "genre", "value.0": "femme", "share.0": "52,5" },
    ...{ "feature.1": "genre", "value.1": "homme", "share.1": "47.5" },
    ...{ "feature.2": "âge", "value.2": "16-29", "min.2": "7" },
  };
  const { values, suggested } = suggestLines(typed(four), four, { seats: 10, margin: 0 });
  expect([suggested, values["min.0"], values["max.0"], values["min.1"], values["max.1"], values["min.2"]]).toEqual([
    ...[true, "5", "6", "4", "5", "7"],
  ]);
  const wrong = { ...four, "share.0": "150", "share.1": "half" };
  const refused = suggestLines(typed(wrong), wrong, { seats: 10, margin: 0 });
  expect([refused.suggested, refused.refusals.map((one) => one.field)]).toEqual([false, ["share.0", "share.1"]]);
});

it("keeps the values of a feature together, in the order of the first of each", () => {
  const mixed = [line("âge", "16-29"), line("genre", "femme"), line("âge", "30 et plus")];
  expect(byFeature(mixed).map(({ feature, rows }) => [feature, rows.map(({ at }) => at)])).toEqual([
    ["âge", [0, 2]],
    ["genre", [1]],
  ]);
});
