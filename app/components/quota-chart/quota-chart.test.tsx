import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { QuotaChart, type QuotaRow } from "./quota-chart";

afterEach(cleanup);

const age: readonly QuotaRow[] = [
  { value: "16-29", min: 10, max: 12, poolCount: 1200 },
  { value: "60+", min: 14, max: 14, poolCount: 300, mark: "serré" },
];
const drawn = (...counts: readonly number[]) => age.map((row, at) => ({ ...row, count: counts[at] ?? 0 }));

/** The words of a row, cell by cell, as they are read. */
function cellsOf(feature: string, value: RegExp): readonly string[] {
  const row = within(screen.getByRole("table", { name: feature })).getByRole("row", { name: value });
  return [...row.children].map((cell) => (cell.textContent ?? "").replaceAll(/\s+/g, " ").trim());
}

describe("quotas before the draw", () => {
  it("are a table for each feature, with what is allowed in words", () => {
    showPage(
      <QuotaChart
        groups={[
          { feature: "Âge", rows: age },
          { feature: "Genre", rows: [] },
        ]}
        seats={48}
      />,
    );
    expect(screen.getAllByRole("table")).toHaveLength(2);
    expect(cellsOf("Âge", /16-29/)).toEqual(["16-29", "", "de 10 à 12"]);
    expect(cellsOf("Âge", /60\+/)).toEqual(["60+ serré", "", "14 exactement"]);
  });

  it("have titles of columns that readers hear for every table, and no column of seats yet", () => {
    showPage(
      <QuotaChart
        groups={[
          { feature: "Âge", rows: age },
          { feature: "Genre", rows: age },
        ]}
        seats={48}
      />,
    );
    for (const table of screen.getAllByRole("table")) {
      const titles = within(table)
        .getAllByRole("columnheader")
        .map((title) => title.textContent);
      expect(titles).toEqual(["Critère", "Permis"]);
    }
  });

  it("say how many volunteers there are of each value, in the way the language writes numbers", () => {
    showPage(<QuotaChart groups={[{ feature: "Age", rows: age }]} seats={48} poolTotal={1500} />, { locale: "en" });
    expect(cellsOf("Age", /16-29/)).toEqual(["16-29", "", "10 to 12", "1,200"]);
  });
});

describe("quotas after the draw", () => {
  it("say of each value that it is met, in words for readers", () => {
    showPage(<QuotaChart groups={[{ feature: "Âge", rows: drawn(10, 14) }]} seats={48} />);
    expect(cellsOf("Âge", /16-29/)[2]).toBe("10 tenu");
    expect(cellsOf("Âge", /60\+/)[2]).toBe("14 tenu");
  });

  it("say by how many seats a value is missed, below or above", () => {
    showPage(<QuotaChart groups={[{ feature: "Âge", rows: drawn(7, 16) }]} seats={48} />);
    expect(cellsOf("Âge", /16-29/)[2]).toBe("7 il en manque 3");
    expect(cellsOf("Âge", /60\+/)[2]).toBe("16 2 de trop");
  });

  it("count a value of which nobody was drawn", () => {
    showPage(
      <QuotaChart groups={[{ feature: "Âge", rows: [{ value: "autre", min: 0, max: 2, count: 0 }] }]} seats={48} />,
    );
    expect(cellsOf("Âge", /autre/)[2]).toBe("0 tenu");
  });
});

describe("the corridor", () => {
  const partsOf = (rows: readonly QuotaRow[], seats: number, poolTotal = 0) => {
    showPage(<QuotaChart groups={[{ feature: "Âge", rows }]} seats={seats} poolTotal={poolTotal} />);
    const corridor = document.querySelector(".corridor");
    return ["i", "b", "s"].map((part) => corridor?.querySelector(part)?.getAttribute("style") ?? null);
  };

  it("is for eyes only: the figures stand beside it", () => {
    partsOf(age, 48);
    expect(document.querySelector(".corridor")?.getAttribute("aria-hidden")).toBe("true");
  });

  it("shows the seats drawn, what is allowed, and the share of the pool, each as a share of its whole", () => {
    const row = { value: "16-29", min: 10, max: 20, count: 15, poolCount: 300 };
    expect(partsOf([row], 40, 1200)).toEqual([
      expect.stringContaining("width: 37.5%"),
      expect.stringContaining("width: 25%"),
      expect.stringContaining("25%"),
    ]);
  });

  it("never leaves its place, where more is allowed than there are seats, or there are none", () => {
    const wide = partsOf([{ value: "a", min: 10, max: 90, count: 60 }], 40);
    expect(wide.slice(0, 2)).toEqual([expect.stringContaining("width: 100%"), expect.stringContaining("width: 75%")]);
    cleanup();
    expect(partsOf([{ value: "a", min: 0, max: 2, count: 0 }], 0)[0]).toContain("width: 0%");
  });
});
