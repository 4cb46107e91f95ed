import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { RichNode } from "~/app/domain/drafting/rich-text";
import { type Choice, countHands, thresholds } from "~/app/domain/voting/show-of-hands";
import { type PageOfTest, showPage } from "../testing/show-page";
import { RecommendationResult } from "./recommendation-result";
import { RecommendationText } from "./recommendation-text";

afterEach(cleanup);

const text = (words: string): RichNode => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
});
const content = {
  title: "Plafonner",
  action: text("Plafonner les loyers."),
  reasons: text("Ils montent."),
  addressee: "La ville",
  cost: "Rien\nou presque",
  tradeOffs: text("Moins de chambres neuves."),
};

describe("the text of a recommendation", () => {
  const titles = () => [...document.querySelectorAll(".field-title")].map((one) => one.textContent);

  it("has a title over each field, in the language of the page, and its words in their own", () => {
    showPage(<RecommendationText content={content} language="fr" />, { locale: "en" });
    expect(titles()).toHaveLength(5);
    expect(screen.getByText("Plafonner les loyers.").closest("[lang]")?.getAttribute("lang")).toBe("fr");
  });

  it("leaves out the fields in which nothing is written, blanks apart", () => {
    const sparse = { ...content, reasons: text("  "), addressee: "", cost: "", tradeOffs: { type: "doc" } };
    showPage(<RecommendationText content={sparse} language="fr" />);
    expect(titles()).toEqual(["Ce que nous demandons"]);
  });

  it("leaves out what is asked where the page says it already", () => {
    showPage(<RecommendationText content={content} language="fr" level={2} withoutAction />);
    const headings = screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);
    expect(headings).toEqual(["Pourquoi", "À qui", "Ce que cela coûte", "Ce à quoi il faut renoncer"]);
  });
});

describe("the result of a vote", () => {
  const hands = (yes: number, no: number, blank: number): Choice[] => [
    ...Array<Choice>(yes).fill("for"),
    ...Array<Choice>(no).fill("against"),
    ...Array<Choice>(blank).fill("blank"),
  ];
  const threshold = thresholds["two-thirds"];

  function show(raised: readonly Choice[], roll: number, page?: PageOfTest): void {
    const tally = countHands(raised, roll, { threshold, quorumPercent: 50 });
    const closedAtMs = Date.parse("2026-06-14T22:30:00Z");
    showPage(
      <RecommendationResult tally={tally} threshold={threshold} closedAtMs={closedAtMs} timeZone="Europe/Paris" />,
      page,
    );
  }
  const title = () => screen.getByRole("heading", { level: 2 }).textContent;

  it("is said in a sentence, as a picture in words, and when the vote was closed where the assembly is", () => {
    show(hands(30, 10, 4), 48);
    expect(title()).toBe("Adoptée par 30 voix sur 40 exprimées");
    expect(screen.getByRole("img", { name: /^30 pour, 10 contre, blancs\s: 4, n’ont pas voté\s: 4$/ })).toBeTruthy();
    expect(document.querySelector("time")?.textContent).toMatch(/15 juin 2026/);
    expect(screen.getByText(/Le trait marque le seuil/)).toBeTruthy();
  });

  it("gives each person on the roll a seat in the picture, and names nobody", () => {
    show(hands(30, 10, 4), 48);
    const seats = [...screen.getByRole("img").querySelectorAll("circle")].map((seat) => seat.getAttribute("class"));
    const count = (state: string) => seats.filter((seat) => seat === `seat ${state}`).length;
    expect([seats.length, count("for"), count("blank"), count("away"), count("against")]).toEqual([48, 30, 4, 4, 10]);
    expect(document.querySelector("svg title")).toBeNull();
  });

  it("is a table too, where shares are of the voices for and against", () => {
    show(hands(30, 10, 4), 48);
    const [, ...rows] = within(document.querySelector("table") ?? document.body).getAllByRole("row", { hidden: true });
    const cells = rows.map((row) => [...row.children].map((cell) => cell.textContent?.replaceAll(/\s/g, " ")));
    expect(cells.map(([, number, share]) => [number, share])).toEqual([
      ["30", "75 %"],
      ["10", "25 %"],
      ["4", "–"],
      ["4", "–"],
    ]);
  });

  it("that decides nothing says why", () => {
    show(hands(10, 0, 0), 48);
    expect(title()).toMatch(/la participation nécessaire n’est pas atteinte/);
    cleanup();
    show(hands(0, 0, 30), 48);
    expect(title()).toMatch(/aucune voix exprimée/);
    expect([...document.querySelectorAll("td")].map((cell) => cell.textContent)).not.toContain("NaN");
  });

  it("is said in English on an English page", () => {
    show(hands(10, 30, 0), 48, { locale: "en" });
    expect(title()).toMatch(/[Rr]ejected/);
  });
});
