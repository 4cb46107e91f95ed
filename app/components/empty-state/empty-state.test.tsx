import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { EmptyState } from "./empty-state";

afterEach(cleanup);

describe("a list that is empty", () => {
  it("says what will stand here, and how it comes about", () => {
    showPage(
      <EmptyState title="Aucune séance" action={<a href="/fr/new">Prévoir</a>}>
        {"Elles s'affichent ici."}
      </EmptyState>,
    );
    expect(screen.getByText("Aucune séance")).toBeTruthy();
    expect(screen.getByText("Elles s'affichent ici.").tagName).toBe("P");
    expect(screen.getByRole("link", { name: "Prévoir" })).toBeTruthy();
  });
});
