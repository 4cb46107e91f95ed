import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { Avatar, initials } from "./avatar";

afterEach(cleanup);

describe("a person's letters", () => {
  it("are those of the first and the last name, or the first two of one name", () => {
    const names = { "Léa Martin": "LM", Inès: "IN", "Jean-Paul  de la Tour": "JT", " anne-marie ": "AM", "": "?" };
    for (const [name, letters] of Object.entries(names)) expect(initials(name), name).toBe(letters);
  });

  it("are not read: the name stands beside them", () => {
    showPage(<Avatar name="Léa Martin" />);
    expect(screen.getByText("LM").getAttribute("aria-hidden")).toBe("true");
  });
});
