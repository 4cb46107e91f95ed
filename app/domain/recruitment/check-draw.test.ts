import fc from "fast-check";
import { expect, test } from "vitest";
import type { DrawRequest } from "../sortition/draw-request";
import { drawnPlace } from "../sortition/drawn-place";
import { aDrawRequest } from "../testing/sortition";
import { enumeratePanels } from "../testing/sortition-enumeration";
import { type CheckableDraw, checkDraw } from "./check-draw";
import { recordedInputs } from "./plan-draw";

const hashes = {
  sha256: (text: string) => `#${text}`,
  lotteryHash: (panels: CheckableDraw["panels"], { seats }: DrawRequest) => JSON.stringify([seats, panels]),
};

const request = aDrawRequest();
const panels = enumeratePanels(request);
const place = drawnPlace(request.seed, panels.length);
const fewest = Math.min(...request.people.map(({ id }) => panels.filter((panel) => panel.includes(id)).length));
const draw: CheckableDraw = {
  format: "hemicycle-draw-1",
  ordinal: 1,
  kind: "first",
  at: "2026-03-14T08:45:00.000Z",
  stopped: null,
  inputs: recordedInputs(request),
  inputsHash: `#${recordedInputs(request)}`,
  lottery: { size: panels.length, hash: hashes.lotteryHash(panels, request), place, least: fewest, leftOut: 0 },
  unreachableIds: [],
  drawnIds: panels[place] ?? [],
  panels,
};

const codes = (changed: Partial<CheckableDraw>) =>
  checkDraw({ ...draw, ...changed }, hashes).problems.map(({ code }) => code);

test("a draw holds when its inputs, its list, its place and the people drawn are what they are said to be", () => {
  expect(checkDraw(draw, hashes)).toEqual({ problems: [], remarks: [], least: fewest / panels.length });
});

test("that the calculation was stopped is a remark, with who did it and when", () => {
  const stopped = { at: "2026-03-14T08:40:00.000Z", by: "Claire Fontaine" };
  const checked = checkDraw({ ...draw, stopped }, hashes);
  expect(checked.problems).toEqual([]);
  expect(checked.remarks).toEqual([{ code: "calculation-stopped", data: stopped }]);
});

test("somebody put in the place of another is found, in the panel and among those drawn", () => {
  const [out] = draw.drawnIds;
  const other = request.people.find(({ id }) => !draw.drawnIds.includes(id))?.id ?? "";
  const drawnIds = draw.drawnIds.map((id) => (id === out ? other : id));
  expect(codes({ drawnIds })).toEqual(["drawn-are-not-the-panel"]);
  const swapped = panels.map((panel, at) => (at === place ? drawnIds : panel));
  expect(codes({ drawnIds, panels: swapped })).toContain("lottery-changed");
});

test("another panel of the list than the one that the seed names is found", () => {
  const elsewhere = (place + 1) % panels.length;
  const lottery = { ...draw.lottery, place: elsewhere };
  expect(codes({ lottery, drawnIds: panels[elsewhere] ?? [] })).toEqual(["seed-names-another-panel"]);
});

test("a quota changed after the draw is found, and the first panel that misses it", () => {
  const quotas = request.quotas.map((quota) => (quota.value === "young" ? { ...quota, min: 2 } : quota));
  const inputs = recordedInputs({ ...request, quotas });
  expect(codes({ inputs })).toEqual(["inputs-changed", "panel-misses-a-rule"]);
});

test("a least chance that is not what the list counts is found", () => {
  expect(codes({ lottery: { ...draw.lottery, least: fewest + 1 } })).toEqual(["counted-otherwise"]);
});

test("who kept a seat is in the panel beside those drawn", () => {
  const [kept = ""] = draw.drawnIds;
  const replacing = { ...request, confirmedIds: [kept] };
  const inputs = recordedInputs(replacing);
  const own = panels.filter((panel) => panel.includes(kept));
  const at = drawnPlace(replacing.seed, own.length);
  const counted = Math.min(...request.people.map(({ id }) => own.filter((panel) => panel.includes(id)).length));
  const leftOut = request.people.filter(({ id }) => !own.some((panel) => panel.includes(id))).length;
  const lottery = {
    size: own.length,
    hash: hashes.lotteryHash(own, replacing),
    place: at,
    least: counted,
    leftOut,
  };
  const drawnIds = (own[at] ?? []).filter((id) => id !== kept);
  expect(codes({ inputs, inputsHash: `#${inputs}`, lottery, panels: own, drawnIds })).toEqual([]);
});

test("inputs that are no request are told as changed, whatever their text, and nothing ends in an error", () => {
  const { version: _, ...whole } = JSON.parse(draw.inputs) as Record<string, unknown>;
  const junk = fc.constantFrom<unknown>(
    null,
    3,
    "x",
    [],
    [null],
    {},
    [{ features: null }],
    [{ features: {}, household: [3] }],
  );
  const spoilt = fc
    .tuple(fc.constantFrom("people", "quotas", "seed", "confirmedIds", "excludedIds"), junk)
    .map(([name, value]) => JSON.stringify({ ...whole, [name]: value }));
  const texts = fc.oneof(
    spoilt,
    fc.json({ maxDepth: 2 }),
    fc.string(),
    fc.nat(draw.inputs.length - 1).map((end) => draw.inputs.slice(0, end)),
  );
  fc.assert(
    fc.property(texts, (inputs) => {
      const checked = checkDraw({ ...draw, inputs }, hashes);
      expect(checked.problems.map(({ code }) => code)).toContain("inputs-changed");
      // Where somebody made the fingerprint fit, what the text says is checked, if it says anything.
      expect(() => checkDraw({ ...draw, inputs, inputsHash: hashes.sha256(inputs) }, hashes)).not.toThrow();
    }),
    { numRuns: 200, verbose: 1 },
  );
});
