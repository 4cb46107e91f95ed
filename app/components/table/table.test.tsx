import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Table } from "./table";

afterEach(cleanup);

const rows = [
  { key: "a", cells: ["Odette", "12", "–"] },
  { key: "b", cells: ["Karim", "7", "Lyon"] },
];
const head = ["Nom", "Voix", "Ville"];

describe("a table", () => {
  it("has a name, titles of columns, and a cell for each of them in every row", () => {
    render(<Table caption="Membres" head={head} rows={rows} />);
    const table = screen.getByRole("table", { name: "Membres" });
    expect(
      within(table)
        .getAllByRole("columnheader")
        .map((one) => one.textContent),
    ).toEqual(head);
    const [, first, second] = within(table).getAllByRole("row");
    expect([first, second].map((row) => [...(row?.children ?? [])].map((cell) => cell.textContent))).toEqual(
      rows.map(({ cells }) => cells),
    );
  });

  it("keeps its name for readers where it is not shown", () => {
    render(<Table caption="Membres" hideCaption head={head} rows={rows} />);
    expect(screen.getByRole("table", { name: "Membres" })).toBeTruthy();
  });

  it("that scrolls sideways is reached by keyboard and says what it is; one that stacks on a phone need not be", () => {
    render(<Table caption="Membres" head={head} rows={rows} />);
    expect(screen.getByRole("region", { name: "Membres" }).tabIndex).toBe(0);
    cleanup();
    render(<Table caption="Membres" head={head} rows={rows} stack />);
    expect(screen.getByRole("region", { name: "Membres" }).hasAttribute("tabindex")).toBe(false);
  });

  it("names each line of a card on a phone, its first apart, and marks the lines that say nothing", () => {
    render(<Table caption="Membres" head={head} rows={rows} stack />);
    const cells = [...(screen.getAllByRole("row")[1]?.children ?? [])];
    expect(cells.map((cell) => cell.getAttribute("data-label"))).toEqual(["", "Voix", "Ville"]);
    expect(cells.map((cell) => cell.classList.contains("nothing"))).toEqual([false, false, true]);
  });

  it("has no title over a column of buttons", () => {
    render(<Table caption="Membres" head={["Nom", ""]} rows={[{ key: "a", cells: ["Odette", "Retirer"] }]} />);
    expect(screen.getAllByRole("columnheader").map((one) => one.textContent)).toEqual(["Nom"]);
  });

  it("without rows gives way to what is said of it, and stays where nothing is", () => {
    render(<Table caption="Membres" head={head} rows={[]} empty={<p>Personne encore.</p>} />);
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.getByText("Personne encore.")).toBeTruthy();
    cleanup();
    render(<Table caption="Membres" head={head} rows={[]} />);
    expect(screen.getByRole("table", { name: "Membres" })).toBeTruthy();
  });
});
