import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { Meter } from "./meter";
import { ProgressLine } from "./progress-line";
import { ResultBars } from "./result-bars";

afterEach(cleanup);

const widths = () => [...document.querySelectorAll<HTMLElement>(".bar i")].map((bar) => bar.style.width);

describe("a meter", () => {
  it("is read as a name and a value, once: the bar is for eyes", () => {
    showPage(<Meter value={12} max={48} label="Présents" />);
    const meter = screen.getByRole("meter", { name: "Présents" });
    expect(meter.getAttribute("aria-valuetext")).toBe("12 / 48");
    const beside = [...(meter.parentElement?.children ?? [])].filter((one) => one !== meter);
    expect(beside.map((one) => one.getAttribute("aria-hidden"))).toEqual(["true", "true"]);
    expect(widths()).toEqual(["25%"]);
  });

  it("says its value in other words where it is given them, and may leave its name to readers", () => {
    showPage(<Meter value={1} max={2} label="Part" valueText="la moitié" hideLabel />);
    expect(screen.getByRole("meter", { name: "Part" }).getAttribute("aria-valuetext")).toBe("la moitié");
    expect(screen.queryByText("Part")).toBeNull();
  });

  it("never overflows, and is empty where there is nothing to measure", () => {
    showPage(
      <>
        <Meter value={60} max={48} label="a" />
        <Meter value={-1} max={48} label="b" />
        <Meter value={0} max={0} label="c" />
      </>,
    );
    expect(widths()).toEqual(["100%", "0%", "0%"]);
  });
});

describe("a line of progress", () => {
  it("says how much is done in whole percent, never more than is", () => {
    showPage(<ProgressLine label="Tirage" value={199} max={200} />);
    expect(screen.getByRole("status").textContent).toBe("Tirage99 %");
    expect(screen.getByRole("progressbar", { name: "Tirage" }).getAttribute("value")).toBe("199");
  });

  it("says no figure where nobody knows how much is left", () => {
    for (const unknown of [
      <ProgressLine key="a" label="Tirage" />,
      <ProgressLine key="b" label="Tirage" value={3} max={0} />,
    ]) {
      showPage(unknown);
      expect(screen.getByRole("progressbar").hasAttribute("value")).toBe(false);
      expect(screen.getByRole("status").textContent).toBe("Tirage");
      cleanup();
    }
  });
});

describe("the bars of a result", () => {
  const rows = [
    { label: "Pour", value: 30, tone: "for" },
    { label: "Contre", value: 10, tone: "against" },
    { label: "Blanc", value: 8, tone: "blank", share: false },
  ] as const;
  const lines = () => screen.getAllByRole("listitem").map((one) => one.textContent?.replaceAll(/\s/g, " "));

  it("give each answer its voices and its share, in the way the language writes percents; blank has no share", () => {
    showPage(<ResultBars rows={rows} max={40} thresholdShare={0.5} thresholdLabel="Plus de la moitié" />);
    expect(lines()).toEqual(["Pour30 · 75 %", "Contre10 · 25 %", "Blanc8"]);
    expect(screen.getByText("Plus de la moitié")).toBeTruthy();
    cleanup();
    showPage(<ResultBars rows={rows} max={40} />, { locale: "en" });
    expect(lines()[0]).toBe("Pour30 · 75%");
  });

  it("mark the threshold on the first bar only", () => {
    showPage(<ResultBars rows={rows} max={40} thresholdShare={2 / 3} />);
    const marks = screen
      .getAllByRole("listitem")
      .map((one) => one.querySelector<HTMLElement>("u")?.style.insetInlineStart);
    expect(marks).toEqual(["66.67%", undefined, undefined]);
  });

  it("say no share where nobody voted", () => {
    showPage(<ResultBars rows={[{ label: "Pour", value: 0, tone: "for" }]} max={0} />);
    expect([lines(), widths()]).toEqual([["Pour0"], ["0%"]]);
  });
});
