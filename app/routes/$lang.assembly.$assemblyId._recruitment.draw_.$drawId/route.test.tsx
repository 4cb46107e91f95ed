import { act, cleanup, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { showPage } from "~/app/components/testing/show-page";
import type { Role } from "~/app/domain/assembly/role";
import type { Locale } from "~/app/domain/kernel/locale";
import { participation } from "~/app/domain/testing/live";
import { Crossed } from "./crossed";
import { Downloads } from "./downloads";
import type { DrawOfPage, RecordOfPage } from "./draw-of-page";
import { DrawnPeople } from "./drawn-people";
import { Fairness } from "./fairness";
import { Lottery } from "./lottery";
import { PeopleApart } from "./people-apart";
import { PerValue } from "./per-value";
import { Proof } from "./proof";
import { ResultStage } from "./result-stage";
import { StepTimes } from "./step-times";

beforeEach(() => vi.stubGlobal("matchMedia", () => ({ matches: true })));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const value = (feature: string, name: string, changes: Partial<RecordOfPage["values"][number]> = {}) => ({
  ...{ feature, value: name, pool: 600, min: 1, max: 2, expected: 1.25, drawn: 2 },
  ...changes,
});
const record: RecordOfPage = {
  ...{ version: 1, equalised: true, people: 1500, minProbability: 0.0243, maxProbability: 0.1, gini: 0.12345 },
  ...{ geometricMean: 0.05, proof: { exact: true, bound: 0.03, gap: 0.001 }, panels: 321, unreachable: 0 },
  ...{ addressUnknown: 0, drawn: 3, values: [value("genre", "femme"), value("genre", "homme", { min: 2, max: 2 })] },
};
const lottery = {
  ...{ size: 1000, distinctPanels: 812, hash: "ff".repeat(32), loss: 0.05, proposedSize: 10_000, place: 7 },
};

const aDraw = (changes: Partial<DrawOfPage> = {}, recorded: Partial<RecordOfPage> = {}): DrawOfPage => ({
  ...{ id: "d", ordinal: 2, kind: "again", algorithm: "leximin", atMs: Date.UTC(2026, 2, 14, 9, 0), reason: null },
  ...{ seats: 3, seed: "4242", inputsHash: "ab".repeat(32), inputsDeleted: false, stopped: null, drawn: [] },
  ...{ unreachable: [], addressUnknown: [], counts: null, hasLottery: true, mayBeRepeated: true },
  ...changes,
  record: { ...record, ...recorded },
});

interface Looking {
  readonly role?: Role;
  readonly locale?: Locale;
}

function show(piece: ReactNode, { role = "organiser", locale = "fr" }: Looking = {}): void {
  const roles = [{ role, participationId: participation("claire") }];
  showPage(piece, { locale, assembly: { title: "Convention", roles, openPhases: ["recruitment"] } });
}

const rows = () =>
  [...document.querySelectorAll("tbody tr")].map((row) => [...row.children].map(({ textContent }) => textContent));

it("says how many were drawn among how many, and which seats were taken already", () => {
  show(<ResultStage draw={aDraw({ seats: 5 })} />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(
    /^3 membres tirés au sort parmi 1\s500 volontaires$/,
  );
  expect(screen.getByText("2 sièges étaient déjà pris ou proposés")).toBeTruthy();
  expect(screen.getByRole("img", { name: "3 sièges tirés sur 5" })).toBeTruthy();
  cleanup();
  show(<ResultStage draw={aDraw({ kind: "alternates", seats: 1 }, { drawn: 1 })} />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/^1 suppléant tiré au sort/);
  expect(screen.queryByText(/déjà/)).toBeNull();
});

it.each([
  ["leximin", {}, /La plus juste.*aussi égales que les quotas le permettent, avec une preuve/],
  ["maximin", {}, /D’abord la plus petite chance.*les autres n’ont pas été regardées/],
  ["leximin", { proof: { exact: false, bound: 0.03, gap: 0.001 } }, /aussi égales que le calcul a pu les rendre/],
  ["quick", { equalised: false }, /n’ont pas été égalisées/],
  ["unheard-of", {}, /N’importe quel groupe valable/],
] as const)(
  "says in the room how chances were shared by %s (%o), and claims no more than is proven",
  (algorithm, recorded, words) => {
    show(<ResultStage draw={aDraw({ algorithm }, recorded)} />);
    expect(document.body.textContent).toMatch(words);
  },
);

it("fills seat by seat where motion is welcome, and ends with all of them", () => {
  const frames: FrameRequestCallback[] = [];
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal("requestAnimationFrame", (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal("cancelAnimationFrame", () => {});
  show(<ResultStage draw={aDraw({ seats: 150 }, { drawn: 150 })} />);
  const drawn = () => screen.getByRole("img", { name: "150 sièges tirés sur 150" }).querySelectorAll(".drawn").length;
  const at = (ms: number) => act(() => frames.shift()?.(ms));
  expect(drawn()).toBe(150);
  at(0);
  expect(drawn()).toBe(0);
  at(700);
  expect(drawn()).toBe(75);
  at(2000);
  expect([drawn(), frames.length]).toEqual([150, 0]);
});

it("gives the figures of each value as a table, a single bound as one number, averages to a tenth", () => {
  show(<PerValue record={record} />, { locale: "en" });
  expect(rows()).toEqual([
    ["femme · genre", "600", "1–2", "1.3", "2"],
    ["homme · genre", "600", "2", "1.3", "2"],
  ]);
});

it("gives the guarantor what they write down, and why it was drawn again", () => {
  show(<Proof draw={aDraw({ reason: "Une erreur de saisie" })} />);
  expect(screen.getByText("4242")).toBeTruthy();
  expect(screen.getByText("ab".repeat(32))).toBeTruthy();
  expect(screen.getByText(/Une erreur de saisie/)).toBeTruthy();
  expect(screen.getByText(/redonne le même groupe/)).toBeTruthy();
  cleanup();
  const stopped = { byName: null, atMs: 0, proven: null };
  show(<Proof draw={aDraw({ stopped, inputsDeleted: true })} />);
  expect(screen.getByText(/ne peut pas être refait à l’identique.*a été supprimée/)).toBeTruthy();
});

it("says what is proven, and the chances in numbers that people read", () => {
  show(<Fairness draw={aDraw()} />);
  expect(screen.getByText(/^Prouvé\s: on ne pourrait donner plus de chances à personne/)).toBeTruthy();
  const figures = [...document.querySelectorAll("dd")].map(({ textContent }) => textContent ?? "");
  expect(figures.map((one) => one.replaceAll(/\s/g, " "))).toEqual([
    "24,3 chances sur 1 000",
    "100 chances sur 1 000",
    "0,123",
    "321",
  ]);
});

it("speaks of no largest chance and no inequality where seats were kept: whoever kept one has it for sure", () => {
  show(<Fairness draw={aDraw({ seats: 5 })} />);
  expect(screen.queryByText(/Plus grande chance|Gini/)).toBeNull();
  expect(screen.getByText(/Groupes différents/)).toBeTruthy();
});

it("says how far a draw is from the best where that is not proven, and that nothing is where chances were not made equal", () => {
  const proof = { exact: false, bound: 0.03, gap: 0.001 };
  show(<Fairness draw={aDraw({}, { proof })} />);
  expect(screen.getByText(/^Pas prouvé jusqu’au bout.*plus de 30 chances.*celui-ci est à 1 chance/)).toBeTruthy();
  cleanup();
  show(<Fairness draw={aDraw({ algorithm: "quick" }, { equalised: false })} />);
  expect(screen.getByText(/ne prouve rien/)).toBeTruthy();
});

it("offers a finer list only where the list loses too much and the draw may still be made again", () => {
  show(<Lottery draw={aDraw({}, { lottery })} />);
  expect(screen.getByText(/le groupe 007 de la liste/)).toBeTruthy();
  expect(screen.getByText(/5\s% en est perdu/)).toBeTruthy();
  expect(screen.getByRole("button", { name: /^Tirer à nouveau avec 10\s000 groupes/ })).toBeTruthy();
  const offered = (changes: Partial<DrawOfPage>, recorded: Partial<RecordOfPage>, role: Role = "organiser") => {
    cleanup();
    show(<Lottery draw={aDraw(changes, { lottery, ...recorded })} />, { role });
    return screen.queryByRole("button") !== null;
  };
  expect([
    offered({ mayBeRepeated: false }, {}),
    offered({}, {}, "guarantor"),
    offered({}, { lottery: { ...lottery, proposedSize: 1000 } }),
    offered({}, { equalised: false }),
  ]).toEqual([false, false, false, false]);
});

it("gives names and addresses to take along to organisers only, and what anybody may check to everybody", () => {
  const files = (draw: DrawOfPage, role: Role) => {
    show(<Downloads draw={draw} />, { role });
    const found = screen.queryAllByRole("link").map((link) => link.getAttribute("href")?.split("table=")[1]);
    cleanup();
    return found;
  };
  const whole = aDraw({}, { lottery });
  expect(files(whole, "organiser")).toEqual(["selected", "remaining", "lottery", "check"]);
  expect(files(whole, "guarantor")).toEqual(["lottery", "check"]);
  expect(files({ ...whole, inputsDeleted: true, hasLottery: false }, "organiser")).toEqual(["selected"]);
  expect(files({ ...whole, hasLottery: false }, "guarantor")).toEqual([]);
});

const person = (name: string | null, panels: number | null) => ({
  ...{ id: `id-${name}`, name, features: ["femme", "16-29"], chance: null, panels },
});

it("names those who were drawn to organisers, and says to others why they read ids", () => {
  show(<DrawnPeople named draw={aDraw({ drawn: [person("Jeanne", 25)] }, { lottery })} />);
  expect(rows()).toEqual([["Jeanne", "femme · 16-29", expect.stringMatching(/^25 sur 1\s000$/)]]);
  expect(screen.queryByText(/seuls les organisateurs/)).toBeNull();
  cleanup();
  show(<DrawnPeople named={false} draw={aDraw({ drawn: [person(null, null)] })} />);
  expect(rows()).toEqual([["id-null", "femme · 16-29"]]);
  expect(screen.getByText(/seuls les organisateurs/)).toBeTruthy();
});

it("numbers alternates in the order in which they would be called", () => {
  show(<DrawnPeople named draw={aDraw({ kind: "alternates", drawn: [person("Léa", null), person("Ali", null)] })} />);
  expect(rows().map(([rank, name]) => [rank, name])).toEqual([
    ["1", "Léa"],
    ["2", "Ali"],
  ]);
});

it("says who could not be drawn, by name as far as names are there, and how many more", () => {
  const unreachable = [
    { id: "1", name: "Jeanne" },
    { id: "2", name: null },
  ];
  show(<PeopleApart draw={aDraw({ unreachable }, { unreachable: 5 })} />);
  expect(screen.getByText(/^Jeanne · 2/).textContent).toBe("Jeanne · 2 et 3 autres");
  cleanup();
  show(<PeopleApart draw={aDraw({}, { addressUnknown: 1234 })} />);
  expect(screen.getByText(/^1\s234$/)).toBeTruthy();
  cleanup();
  show(<PeopleApart draw={aDraw()} />);
  expect(screen.queryByRole("heading")).toBeNull();
});

const counts: NonNullable<DrawOfPage["counts"]> = {
  steps: [
    { step: "check", milliseconds: 1234 },
    { step: "unheard-of", milliseconds: 10 },
  ],
  pairs: [
    ["genre", "âge"],
    ["genre", "ville"],
  ],
  pair: 1,
  rows: [{ features: ["genre", "ville"], values: ["femme", "Lyon"], pool: 250, expected: 0.44, drawn: 1 }],
};

it("compares two features at a time with what a small portrait of the volunteers would have", () => {
  show(<Crossed draw={aDraw({ counts })} />);
  expect(within(screen.getByRole("table")).getByText("genre et ville")).toBeTruthy();
  expect(rows()).toEqual([["femme · Lyon", "250", "0,5", "0,4", "1"]]);
  expect(screen.getByLabelText<HTMLSelectElement>(/^Lesquels/).value).toBe("1");
  cleanup();
  show(<Crossed draw={aDraw({ counts: { ...counts, pairs: [] } })} />);
  expect(screen.queryByRole("heading")).toBeNull();
});

it("says how long each step took and all of them, a step of another day by its own name", () => {
  show(<StepTimes draw={aDraw({ counts })} />);
  expect(rows().map((cells) => cells.join(" ").replaceAll(/\s/g, " "))).toEqual([
    "Vérification des quotas 1,23 s",
    "unheard-of 0,01 s",
    "En tout 1,24 s",
  ]);
});
