import fc from "fast-check";
import { expect } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate, equalSnapshots, snapshot } from "yjs";
import { workLimits } from "../protocol/document-messages";
import { type CrowdKind, deeds, EditorCrowd, editorOf, type Writer } from "./editor-crowd";
import { type Mutation, mutated, mutation } from "./mutate-bytes";

export interface MutationRuns {
  readonly kind: CrowdKind;
  readonly seed: number;
  /** How many mutated updates are sent, at the least. */
  readonly updates: number;
}

const PER_RUN = 50;

const attacks = fc.array(fc.array(mutation, { minLength: 1, maxLength: 2 }), {
  minLength: PER_RUN,
  maxLength: PER_RUN,
});

/**
 * One of three co-authors sends, before each update of their editor, spoilt copies of it. None stops the gate or costs more than an
 * update may; one that is refused leaves the text as it was; the other two are refused nothing, end with one text, and that text opens.
 * Answers how many were sent, and how many of them the gate took.
 */
export async function mutationsHarmNobody({
  kind,
  seed,
  updates,
}: MutationRuns): Promise<{ sent: number; taken: number }> {
  let [sent, taken] = [0, 0];
  const property = fc.asyncProperty(deeds(60), attacks, async (all, spoilings) => {
    const crowd = new EditorCrowd(kind);
    try {
      const left = [...spoilings];
      for (const [at, deed] of all.entries()) {
        const due = Math.ceil((spoilings.length * (at + 1)) / all.length) - (spoilings.length - left.length);
        for (const spoiling of left.splice(0, due)) {
          taken += (await attack(crowd, spoiling)) ? 1 : 0;
          sent += 1;
        }
        await crowd.do(deed);
      }
      await crowd.settle();
      holds(crowd);
    } finally {
      crowd.end();
    }
  });
  await fc.assert(property, { seed, numRuns: Math.ceil(updates / PER_RUN), endOnFailure: true });
  return { sent, taken };
}

/** Whether the gate took what the last of the writers sent. */
async function attack(crowd: EditorCrowd, spoiling: readonly Mutation[]): Promise<boolean> {
  const attacker = crowd.writers.at(-1) as Writer;
  if (attacker.outbox.length === 0) attacker.editor.commands.insertContent("mot ");
  const update = attacker.outbox[0] ?? encodeStateAsUpdate(attacker.doc);
  const verdict = await crowd.give(attacker, mutated(update, spoiling, crowd.sent.at(-1) ?? update));
  // What it shows is no longer what is stored: its own words no longer fit there.
  if (verdict.kind === "changes") crowd.reopen(attacker);
  if (verdict.kind === "changes") expect(verdict.steps).toBeLessThanOrEqual(workLimits.updateSteps);
  if (verdict.kind === "refused")
    expect(equalSnapshots(snapshot(read(crowd.gate.state())), snapshot(crowd.stored))).toBe(true);
  return verdict.kind === "changes";
}

function holds({ kind, refused, stored, writers }: EditorCrowd): void {
  const [one, other, attacker] = writers.map(({ doc, editor }) => ({ client: doc.clientID, text: editor.getJSON() }));
  expect(refused.filter((client) => client !== attacker?.client)).toEqual([]);
  expect(other?.text).toEqual(one?.text);
  const opened = editorOf(kind, read(encodeStateAsUpdate(stored)));
  try {
    expect(opened.getJSON()).toEqual(one?.text);
  } finally {
    opened.destroy();
  }
}

function read(state: Uint8Array): Doc {
  const doc = new Doc();
  applyUpdate(doc, state);
  return doc;
}
