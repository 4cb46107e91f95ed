import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { AssemblyId, ParticipationId, PersonId } from "../kernel/ids";
import { type Actor, visitor } from "./actor";
import { type AssemblyScope, permits } from "./permits";
import { type PhaseKind, phaseKinds } from "./phase";
import { type Action, actions } from "./rights";
import { type Role, roles } from "./role";

const here = "assembly-here" as AssemblyId;
const elsewhere = "assembly-elsewhere" as AssemblyId;
const self = "participation-self" as ParticipationId;
const other = "participation-other" as ParticipationId;

const letters: Record<string, PhaseKind> = {
  P: "preparation",
  R: "recruitment",
  S: "skills",
  L: "learning",
  D: "deliberation",
  W: "drafting",
  V: "decision",
  U: "publication",
  F: "follow-up",
};

function someone(role: Role, assemblyId = here): Actor {
  return {
    kind: "person",
    personId: "person" as PersonId,
    organiserOf: [],
    participations: [{ participationId: self, assemblyId, role }],
  };
}

function during(kind: PhaseKind, more: Partial<AssemblyScope> = {}): AssemblyScope {
  return { assemblyId: here, openPhases: [kind], ...more };
}

function readTable(): { action: string; role: string; phases: readonly PhaseKind[] }[] {
  const text = readFileSync(new URL("./rights.md", import.meta.url), "utf8");
  const rows = text.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| ---"));
  const [head, ...body] = rows.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return body.flatMap(([action = "", ...cells]) =>
    cells.map((cell, column) => ({ action, role: head?.[column + 1] ?? "", phases: phasesOf(cell) })),
  );
}

function phasesOf(cell: string): readonly PhaseKind[] {
  if (cell === "all") return phaseKinds;
  return cell === "–" ? [] : [...cell].map(phaseCalled);
}

function phaseCalled(letter: string): PhaseKind {
  const kind = letters[letter];
  if (kind === undefined) throw new Error(`rights.md: no phase is called "${letter}"`);
  return kind;
}

describe("the table of rights", () => {
  const table = readTable();

  test("names every action and every role once", () => {
    expect(table.map(({ action, role }) => `${action} ${role}`)).toEqual(
      actions.flatMap((action) => roles.map((role) => `${action} ${role}`)),
    );
  });

  test("says in every cell what is permitted", () => {
    const differing = table.flatMap(({ action, role, phases }) =>
      phaseKinds
        .filter((kind) => permits(someone(role as Role), action as Action, during(kind)).ok !== phases.includes(kind))
        .map((kind) => `${action} ${role} ${kind}`),
    );
    expect(differing).toEqual([]);
  });

  test.each(actions)("refuses %s to a visitor and to a member of another assembly", (action) => {
    for (const kind of phaseKinds) {
      expect(permits(visitor, action, during(kind))).toMatchObject({ ok: false, refusal: { code: "sign-in-needed" } });
      for (const role of roles) {
        const refusal = permits(someone(role, elsewhere), action, during(kind));
        expect(refusal).toMatchObject({ ok: false, refusal: { code: "not-a-participant" } });
      }
    }
  });
});

test("a member writes notes only where they sit", () => {
  const seated = during("deliberation", { group: { facilitatorId: other, seated: [self] } });
  const apart = during("deliberation", { group: { facilitatorId: other, seated: [other] } });
  expect(permits(someone("member"), "note.write", seated).ok).toBe(true);
  expect(permits(someone("member"), "note.write", apart)).toMatchObject({ refusal: { code: "not-your-group" } });
});

test("the notes of other tables are read once the session is over, where that is for the whole assembly", () => {
  const may = (sessionOver: boolean, readers: "table" | "members", role: Role = "member") =>
    permits(someone(role), "note.read-later", during("deliberation", { notes: { sessionOver, readers } })).ok;
  expect(may(true, "members")).toBe(true);
  expect(may(true, "members", "observer")).toBe(true);
  expect([may(false, "members"), may(true, "table"), may(false, "table")]).toEqual([false, false, false]);
});

test("a facilitator leads only their own group", () => {
  const own = during("deliberation", { group: { facilitatorId: self, seated: [] } });
  const foreign = during("deliberation", { group: { facilitatorId: other, seated: [] } });
  expect(permits(someone("facilitator"), "group.lead", own).ok).toBe(true);
  expect(permits(someone("facilitator"), "group.lead", foreign)).toMatchObject({ refusal: { code: "not-your-group" } });
});

test("a guarantor enters every group and writes in none", () => {
  const group = during("deliberation", { group: { facilitatorId: other, seated: [other] } });
  expect(permits(someone("guarantor"), "group.enter", group).ok).toBe(true);
  expect(permits(someone("guarantor"), "note.write", group).ok).toBe(false);
});

test("nobody writes in a locked recommendation", () => {
  const locked = during("drafting", { document: { writers: [self], locked: true } });
  for (const role of ["member", "facilitator"] as const) {
    expect(permits(someone(role), "recommendation.write", locked)).toMatchObject({
      refusal: { code: "document-locked" },
    });
  }
});

test("a member writes only in the recommendations they are an author of", () => {
  const foreign = during("drafting", { document: { writers: [other], locked: false } });
  expect(permits(someone("member"), "recommendation.write", foreign)).toMatchObject({
    refusal: { code: "not-your-group" },
  });
});
