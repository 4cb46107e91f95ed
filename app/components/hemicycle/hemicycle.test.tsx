import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Hemicycle } from "./hemicycle";

afterEach(cleanup);

it("draws one seat per person, each in its state, and says the whole in words", () => {
  render(<Hemicycle label="2 présents sur 3" seats={["here", { state: "speaking", title: "Inès" }, "away"]} />);
  const picture = screen.getByRole("img", { name: "2 présents sur 3" });
  expect([...picture.querySelectorAll("circle")].map((seat) => seat.getAttribute("class"))).toEqual([
    "seat here",
    "seat speaking",
    "seat away",
  ]);
  expect(picture.querySelector("title")?.textContent).toBe("Inès");
});
