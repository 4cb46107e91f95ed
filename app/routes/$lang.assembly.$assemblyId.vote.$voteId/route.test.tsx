import { Form } from "@remix-run/react";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { serverPage, showPage } from "~/app/components/testing/show-page";
import { knownId } from "~/app/domain/kernel/ids";
import { participation } from "~/app/domain/testing/live";
import { type Choice, countHands, type ThresholdName, thresholds } from "~/app/domain/voting/show-of-hands";
import { BallotForm } from "./ballot-form";
import { readChoices, voteForm } from "./form";
import VotePage from "./route";
import { RunVote } from "./run-vote";
import type { VoteView } from "./view";
import { VoteResults } from "./vote-results";
import { VoteTerms } from "./vote-terms";

afterEach(cleanup);

const questions = [
  { id: "q1", recommendationId: "r1", number: 1, title: "Isoler les logements" },
  { id: "q2", recommendationId: "r2", number: 2, title: "Encadrer les loyers" },
];

const aVote = (changes: Partial<VoteView> = {}): VoteView => ({
  ...{
    id: knownId("v".repeat(22)),
    title: "Vote final",
    state: "open",
    threshold: "more-than-half",
    quorumPercent: 50,
  },
  ...{ closesAtMs: null, closedAtMs: null, sheetHash: null, questions, turnout: { voted: 3, roll: 110 } },
  ...{ mayRun: false, mine: {}, results: [], voters: [], heard: {} },
  ...changes,
});

const choice = (number: number, label: string) =>
  within(screen.getByRole("group", { name: new RegExp(`^Recommandation ${number}`) })).getByRole<HTMLInputElement>(
    "radio",
    { name: label },
  );

it("posts one choice for every recommendation, with what the route reads of it", async () => {
  const posts: Record<string, string>[] = [];
  const answer = (values: Record<string, string>) => {
    posts.push(values);
    return null;
  };
  showPage(<BallotForm vote={aVote()} />, { answer });
  fireEvent.click(choice(1, "Pour"));
  fireEvent.click(choice(2, "Blanc"));
  fireEvent.click(screen.getByRole("button", { name: "Lever la main" }));
  await waitFor(() => expect(posts).toHaveLength(1));
  const read = voteForm.parse(posts[0]);
  expect([read.intent, readChoices(read)]).toEqual(["cast", { q1: "for", q2: "blank" }]);
});

it("before any script the ballot is a form that casts, each recommendation with its text beside the choice", () => {
  const page = serverPage(<BallotForm vote={aVote({ mine: { q1: "against" } })} />, { locale: "en" });
  const form = page.querySelector("form");
  if (!form) throw new Error("no form");
  expect([form.method, Object.fromEntries(new FormData(form))]).toMatchObject([
    "post",
    { intent: "cast", "choice-q1": "against" },
  ]);
  expect([...page.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
    "/en/assembly/a/booklet#recommendation-1",
    "/en/assembly/a/booklet#recommendation-2",
  ]);
});

it("says that a choice came too late, where the closed vote has no ballot any more", async () => {
  const answer = (values: Record<string, string>) => ({ refusals: [{ code: "vote-closed" }], values });
  const page = (
    <>
      <VotePage />
      <Form method="post">
        <button type="submit" name="intent" value="cast">
          Lever la main
        </button>
      </Form>
    </>
  );
  showPage(page, { answer, loaded: aVote({ state: "closed" }) });
  fireEvent.click(screen.getByRole("button", { name: "Lever la main" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Ce vote est clos\s: plus aucun choix n’est pris\.$/);
});

it("chooses nothing for anybody, and says how it goes until somebody has voted", () => {
  showPage(<BallotForm vote={aVote()} />);
  expect(screen.getAllByRole<HTMLInputElement>("radio").filter(({ checked }) => checked)).toEqual([]);
  expect(screen.getByText(/Faites un choix pour chaque recommandation/)).toBeTruthy();
});

it("shows to whoever has voted their choices, that these are recorded, and that they may change them", () => {
  showPage(<BallotForm vote={aVote({ mine: { q1: "for", q2: "against" } })} />);
  expect([choice(1, "Pour").checked, choice(2, "Contre").checked]).toEqual([true, true]);
  expect(screen.getByText(/Vos choix sont enregistrés/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Changer mes choix" })).toBeTruthy();
});

it("says which recommendation lacks a choice, on top and beside it, and keeps the other choices", async () => {
  const refusals = [{ code: "choice-missing", data: { number: 2 }, field: "choice-q2" }];
  showPage(<BallotForm vote={aVote()} />, { answer: (values) => ({ refusals, values }) });
  fireEvent.click(choice(1, "Contre"));
  fireEvent.click(screen.getByRole("button", { name: "Lever la main" }));
  const summary = await screen.findByRole("alert");
  await waitFor(() => expect(document.activeElement).toBe(summary));
  const way = within(summary).getByRole("link");
  expect(way.textContent).toBe("Recommandation 2 Encadrer les loyers · Il manque un choix pour la recommandation 2.");
  expect(document.getElementById(way.getAttribute("href")?.slice(1) ?? "")).toBe(choice(2, "Pour"));
  expect(choice(1, "Contre").checked).toBe(true);
});

it("reads of a ballot the three choices and nothing else", () => {
  const fields = {
    "choice-a": "for",
    "choice-b": "maybe",
    "choice-c": ["for", "against"],
    d: "for",
    "choice-e": "blank",
  };
  expect(readChoices(fields)).toEqual({ a: "for", e: "blank" });
});

it("is opened and closed after a question that says what cannot be undone", () => {
  showPage(<RunVote vote={aVote({ state: "prepared", mayRun: true })} />);
  fireEvent.click(screen.getByRole("button", { name: "Ouvrir le vote" }));
  expect(within(screen.getByRole("dialog")).getByText(/seront figés/)).toBeTruthy();
  cleanup();
  showPage(<RunVote vote={aVote({ mayRun: true })} />);
  expect(screen.getByRole("meter", { name: "Ont voté" }).getAttribute("aria-valuetext")).toBe("3 sur 110");
  fireEvent.click(screen.getByRole("button", { name: "Clore le vote" }));
  expect(within(screen.getByRole("dialog")).getByText(/^Plus personne ne pourra voter/)).toBeTruthy();
  cleanup();
  showPage(<RunVote vote={aVote({ state: "closed", mayRun: true })} />);
  expect(screen.queryByRole("button")).toBeNull();
});

it("says the rules before and during the vote; of a closed one those that still hold", () => {
  const words = (changes: Partial<VoteView>, openVoteSaid = false, locale: "fr" | "en" = "fr") => {
    showPage(<VoteTerms vote={aVote(changes)} openVoteSaid={openVoteSaid} />, { locale });
    const lines = screen.getAllByRole("listitem").map(({ textContent }) => textContent ?? "");
    cleanup();
    return lines;
  };
  const closesAtMs = Date.UTC(2026, 4, 2, 15, 0);
  const open = words({ closesAtMs, quorumPercent: 60, threshold: "two-thirds" });
  expect(open[0]).toMatch(/chaque membre verra qui a choisi quoi/);
  expect(open.join("\n")).toMatch(/au moins deux tiers[\s\S]*60\s%[\s\S]*seul le dernier choix compte[\s\S]*17\sh/);
  expect(words({ closesAtMs }, true)[0]).not.toMatch(/main levée/);
  expect(words({ quorumPercent: 0 }, true, "en").join()).toMatch(/No turnout is required/);
  expect(words({ state: "closed", closesAtMs })).toHaveLength(3);
});

/** A closed vote of one question on which these have chosen so. */
function counted(
  hands: Readonly<Record<string, Choice>>,
  absent: readonly string[],
  threshold: ThresholdName,
): VoteView {
  const names = [...Object.keys(hands), ...absent];
  const terms = { threshold: thresholds[threshold], quorumPercent: 50 };
  const tally = countHands(Object.values(hands), names.length, terms);
  const result = { questionId: "q1", recommendationId: "r1", number: 1, title: "Isoler les logements", tally, hands };
  const voters = names.map((name, at) => ({ id: participation(name), name, seat: at + 1 }));
  return aVote({ state: "closed", threshold, results: [result], voters });
}

const rows = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map(({ textContent }) => textContent);

it("says in a sentence whether a recommendation is adopted, by how many of those who chose for or against", () => {
  const hands = { Jeanne: "for", Karim: "for", Léa: "against", Sonia: "blank" } as const;
  showPage(<VoteResults vote={counted(hands, ["Odette"], "more-than-half")} />);
  expect(screen.getByText("Adoptée par 2 voix sur 3 exprimées")).toBeTruthy();
  cleanup();
  showPage(<VoteResults vote={counted(hands, ["Odette"], "three-quarters")} />);
  expect(screen.getByText("Rejetée : 2 voix pour sur 3 exprimées")).toBeTruthy();
  expect(screen.getByText(/Le trait marque le seuil.*au moins trois quarts/)).toBeTruthy();
});

it("gives the share of those for and against only, since blank voices and absences do not count for the threshold", () => {
  const hands = { Jeanne: "for", Karim: "for", Léa: "against", Sonia: "blank" } as const;
  showPage(<VoteResults vote={counted(hands, ["Odette"], "more-than-half")} />);
  const [lines] = screen.getAllByRole("list");
  const bars = within(lines ?? document.body)
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);
  expect(bars).toEqual([
    expect.stringMatching(/^Pour2 · 66,7\s%$/),
    expect.stringMatching(/^Contre1 · 33,3\s%$/),
    "Blanc1",
    "N’ont pas voté1",
  ]);
});

it("says of a question without enough voices, or without any for or against, that nothing is decided", () => {
  showPage(<VoteResults vote={counted({ Jeanne: "for" }, ["Karim", "Léa"], "more-than-half")} />);
  expect(screen.getByText(/^Sans décision.*participation nécessaire/)).toBeTruthy();
  cleanup();
  showPage(<VoteResults vote={counted({ Jeanne: "blank" }, ["Karim"], "more-than-half")} />);
  expect(screen.getByText(/^Sans décision.*aucune voix exprimée/)).toBeTruthy();
});

it("shows who chose what, each in their seat, with those who did not vote", () => {
  showPage(<VoteResults vote={counted({ Jeanne: "for", Karim: "blank" }, ["Léa"], "more-than-half")} />);
  const picture = screen.getByRole("img", { name: /^1 pour, 0 contre, blancs\s: 1, n’ont pas voté\s: 1$/ });
  expect([...picture.querySelectorAll("title")].map(({ textContent }) => textContent)).toEqual([
    "Jeanne",
    "Karim",
    "Léa",
  ]);
  fireEvent.click(screen.getByText("Qui a choisi quoi", { selector: "summary" }));
  expect(rows()).toEqual(["JeannePour", "KarimBlanc", "Léan’a pas voté"]);
});

it("gives all results at a glance where there are several, each with the way to its details", () => {
  const one = counted({ Jeanne: "for" }, [], "more-than-half");
  const [first] = one.results;
  if (!first) throw new Error("a result was expected");
  const second = { ...first, questionId: "q2", number: 2, title: "Encadrer les loyers" };
  showPage(<VoteResults vote={{ ...one, results: [first, second] }} />, { locale: "en" });
  const way = screen.getByRole("link", { name: "2. Encadrer les loyers" });
  const details = document.getElementById(way.getAttribute("href")?.slice(1) ?? "");
  expect(details?.querySelector("h3")?.textContent).toBe("2. Encadrer les loyers");
  cleanup();
  showPage(<VoteResults vote={one} />);
  expect(screen.queryByRole("link")).toBeNull();
});

it("holds an assembly of 150, everybody in their seat and by name", () => {
  const hands = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`Membre ${at + 1}`, "for" as const]));
  showPage(<VoteResults vote={counted(hands, [], "more-than-half")} />);
  expect(screen.getByText("Adoptée par 150 voix sur 150 exprimées")).toBeTruthy();
  expect(document.querySelectorAll("tbody tr")).toHaveLength(150);
});
