import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { type Step, StepLine } from "./step-line";

afterEach(cleanup);

const steps: readonly Step[] = [
  { label: "Préparation", state: "past" },
  { label: "Apprentissage", state: "current", share: 0.5, note: "jusqu'au 31 mars" },
  { label: "Délibération", state: "coming" },
];

describe("the phases of an assembly", () => {
  it("are a list in order, of which one is the current one, and each says how it stands", () => {
    showPage(<StepLine label="Les étapes" steps={steps} />);
    expect(screen.getByRole("list", { name: "Les étapes" })).toBeTruthy();
    const items = screen.getAllByRole("listitem");
    expect(items.map((one) => one.getAttribute("aria-current"))).toEqual([null, "step", null]);
    expect(items.map((one) => one.textContent)).toEqual([
      "Préparation (terminée)",
      "Apprentissage (en cours)jusqu'au 31 mars",
      "Délibération (à venir)",
    ]);
  });

  it("may come back: two of one kind are two steps", () => {
    const again: Step = { label: "Apprentissage", state: "coming" };
    showPage(<StepLine label="Les étapes" steps={[...steps, again]} />);
    expect(screen.getAllByText("Apprentissage")).toHaveLength(2);
  });

  it("on a member's home are one sentence: where we are, of how many", () => {
    showPage(<StepLine label="Les étapes" steps={steps} compact />);
    expect(screen.getByRole("img").getAttribute("aria-label")?.replaceAll(/\s/g, " ")).toBe(
      "Étape 2 sur 3 : Apprentissage",
    );
    cleanup();
    showPage(<StepLine label="Steps" steps={steps} compact />, { locale: "en" });
    expect(screen.getByRole("img").getAttribute("aria-label")).toMatch(/2 of 3/);
  });

  it("between two phases say what they are, and where nothing is current claim no place", () => {
    showPage(<StepLine label="Les étapes" steps={steps.filter(({ state }) => state !== "current")} compact />);
    expect(screen.getByRole("img").getAttribute("aria-label")).toBe("Les étapes");
  });

  it("fill as they pass: a step that has begun always shows something, and none more than all", () => {
    const filled = (share: number) => {
      showPage(<StepLine label="Les étapes" steps={[{ label: "a", state: "current", share }]} />);
      const part = document.querySelector<HTMLElement>("li [aria-hidden] > i")?.style.getPropertyValue("--share");
      cleanup();
      return part;
    };
    expect([0, 0.5, 1, 7].map(filled)).toEqual(["6%", "50%", "100%", "100%"]);
  });
});
