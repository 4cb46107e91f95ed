import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { CheckList } from "./check-list";

afterEach(cleanup);

describe("what is expected of somebody", () => {
  it("is done or to do, in words for readers, with the minutes it takes and the way there", () => {
    const items = [
      { key: "a", label: "Lire", done: true, minutes: 8 },
      { key: "b", label: "Répondre", done: false, to: "/fr/assembly/a/tasks/t", note: "avant samedi" },
    ];
    showPage(<CheckList items={items} />);
    const lines = screen.getAllByRole("listitem").map((one) => one.textContent?.replaceAll(/\s/g, " "));
    expect(lines).toEqual(["FaitLire8 min", "À faireRépondreavant samedi"]);
    expect(screen.getByRole("link", { name: "Répondre" }).getAttribute("href")).toBe("/fr/assembly/a/tasks/t");
  });
});
