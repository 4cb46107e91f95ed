import { expect, test } from "vitest";
import { gatherLiveForm } from "./gather-live-form";
import { readLiveForm } from "./read-live-form";

const session = "AAAAAAAAAAAAAAAAAAAAAA";
const karim = "BBBBBBBBBBBBBBBBBBBBBB";
const first = "CCCCCCCCCCCCCCCCCCCCCC";
const second = "DDDDDDDDDDDDDDDDDDDDDD";

function form(intent: string, input: object, ...fields: readonly (readonly [string, string])[]): FormData {
  const made = new FormData();
  made.set("commandId", `${session}-l1`);
  made.set("intent", intent);
  made.set("input", JSON.stringify({ sessionId: session, ...input }));
  for (const [name, value] of fields) made.append(name, value);
  return made;
}

test("what was chosen joins what was known: lists, nothing for an empty text, and a choice that says two things", () => {
  const fields = [
    ["authorIds[]", karim],
    ["authorIds[]", first],
    ["groupId", ""],
    ["a+b", "1+2"],
  ] as const;
  expect(gatherLiveForm(form("x", {}, ...fields)).input).toEqual({
    sessionId: session,
    authorIds: [karim, first],
    groupId: null,
    a: "1",
    b: "2",
  });
});

test("a move is read from two choices", () => {
  const move = form("move-member", {}, ["participationId+fromGroupId", `${karim}+${first}`], ["toGroupId", second]);
  expect(readLiveForm(move)).toMatchObject({
    ok: true,
    command: { input: { participationId: karim, fromGroupId: first, toGroupId: second } },
  });
});

test("a choice that is missing is named, and what is no form of ours is not", () => {
  const move = form("move-member", {}, ["participationId+fromGroupId", `${karim}+${first}`], ["toGroupId", ""]);
  expect(readLiveForm(move)).toEqual({ ok: false, refusal: { code: "field-required", field: "toGroupId" } });
  expect(readLiveForm(form("drop-table", {}))).toEqual({ ok: false, refusal: { code: "not-understood" } });
  const broken = form("ask-turn", {});
  broken.set("input", "{");
  expect(readLiveForm(broken).ok).toBe(false);
});
