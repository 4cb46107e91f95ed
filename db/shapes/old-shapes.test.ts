// Rows are read as long as they are kept: what an earlier version wrote, and what is emptied, is read too.
import { expect, test } from "vitest";
import { drawPeopleOrEmptied, drawRecord, drawRequest } from "./draw";
import { forecast, runOutcome } from "./draw-ahead";
import { localised } from "./localised";
import { progress } from "./plain";
import { revisionContent } from "./revision-content";

const record = {
  version: 1,
  equalised: true,
  people: 60,
  minProbability: 0.05,
  maxProbability: 0.2,
  gini: 0.1,
  geometricMean: 0.09,
  proof: { exact: true, bound: 0.05, gap: 0 },
  panels: 12,
  unreachable: 0,
  addressUnknown: 1,
  drawn: 6,
  values: [{ feature: "age", value: "16-24", pool: 20, min: 2, max: 3, expected: 2.5, drawn: 2 }],
};

test("a draw of the first days has no lottery, or one that says neither its place nor who is least in it", () => {
  const lottery = { size: 1000, hash: "ab", distinctPanels: 12, loss: 0, proposedSize: 1000 };
  expect(drawRecord.parse(record)).toEqual(record);
  expect(drawRecord.parse({ ...record, lottery })).toEqual({ ...record, lottery });
});

test("the first forecasts did not say who can never be drawn", () => {
  const tightness = { minimum: 0.1, prices: [], rareIds: ["a"] };
  expect(forecast.parse({ status: "possible", tightness })).toEqual({ status: "possible", tightness, neverIds: [] });
});

test("a request may leave out households, who is confirmed or excluded, flexible bounds and the size of its lottery", () => {
  const quotas = [{ feature: "age", value: "16-24", min: 0, max: 1 }];
  const request = { people: [{ id: "a", features: {} }], quotas, seats: 1, algorithm: "quick", seed: "s" };
  expect(drawRequest.parse({ version: 1, ...request })).toEqual(request);
});

test("a stopped run says where it stood, or that it cannot tell what it had found", () => {
  for (const outcome of [{}, { isUnanswered: true }, { step: "equalise", done: 1, gap: 0.1 }])
    expect(runOutcome.parse(outcome)).toEqual(outcome);
});

test("a code that is no longer given is read in what was refused", () => {
  const outcome = [{ code: "of-another-day", data: { feature: "age", ids: ["a"] }, field: "quotas" }];
  expect(runOutcome.parse(outcome)).toEqual(outcome);
});

test("a bound without end, which JSON cannot hold, leaves the rest of where a calculation stands to be read", () => {
  const written: unknown = JSON.parse(JSON.stringify({ step: "prove", bound: Number.POSITIVE_INFINITY, done: 3 }));
  expect(progress.parse(written)).toEqual({ step: "prove", done: 3 });
});

test("what was forgotten is empty", () => {
  expect(drawPeopleOrEmptied.parse("")).toBe("");
});

test("a text in one language is a text, and so is one in none", () => {
  expect([{ fr: "Où ?" }, {}].map((text) => localised.parse(text))).toEqual([{ fr: "Où ?" }, {}]);
});

test("a frozen text keeps blocks in blocks, marks and attributes", () => {
  const marks = [{ type: "link", attrs: { href: "https://example.org", target: null } }];
  const line = { type: "paragraph", content: [{ type: "text", text: "Créer un fonds.", marks }] };
  const list = { type: "bulletList", attrs: { tight: true }, content: [{ type: "listItem", content: [line] }] };
  const [action, reasons, tradeOffs] = [list, line, { type: "doc" }].map((one) => ({ type: "doc", content: [one] }));
  const content = { title: "Un fonds", addressee: "", cost: "", action, reasons, tradeOffs };
  expect(revisionContent.parse(content)).toEqual(content);
});
