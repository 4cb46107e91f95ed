import { expect, test } from "vitest";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { heldPauses } from "../../testing/held-pauses";
import { Ask } from "./ask";

/** An ask whose answers a test gives, one after the other. */
function anAsk() {
  const pauses = heldPauses();
  const settled: Result<string>[] = [];
  const asked: ((answer: Result<string> | null) => Promise<void>)[] = [];
  const ask = new Ask<string>(
    {
      put: () =>
        new Promise((answered, lost) => {
          asked.push(async (answer) => {
            if (answer) answered(answer);
            else lost(new Error("no answer"));
            await Promise.resolve();
          });
        }),
      settled: (answer) => settled.push(answer),
    },
    pauses,
  );
  const answer = async (at: number, given: Result<string> | null) => {
    await asked[at]?.(given);
    // The answer is heard in a later microtask than it is given.
    await Promise.resolve();
  };
  return { ask, asked, answer, settled, pauses };
}

test("an ask that is refused for now is put again after its pause, then settled once", async () => {
  const { ask, asked, answer, settled, pauses } = anAsk();
  ask.ask();
  await answer(0, refuse("storage-busy"));
  expect(ask.state.kind).toBe("waiting-to-ask");
  expect(asked).toHaveLength(1);
  pauses.end();
  expect(ask.state).toEqual({ kind: "asking", attempt: 1 });
  await answer(1, null);
  pauses.end();
  await answer(2, accept("there"));
  expect(ask.state).toEqual({ kind: "granted" });
  expect(settled).toEqual([accept("there")]);
  expect(pauses.begun).toEqual([500, 1000]);
});

test("a refusal that is final is not put again by itself, and may be asked anew", async () => {
  const { ask, asked, answer, settled, pauses } = anAsk();
  ask.ask();
  await answer(0, refuse("not-your-group"));
  expect(ask.state).toEqual({ kind: "refused", refusal: { code: "not-your-group" } });
  expect(pauses.begun).toEqual([]);
  ask.ask();
  await answer(1, accept("seated"));
  expect(asked).toHaveLength(2);
  expect(settled).toEqual([refuse("not-your-group"), accept("seated")]);
});

test("what was asked before an interruption counts for nothing", async () => {
  const { ask, answer, settled } = anAsk();
  ask.ask();
  ask.interrupt();
  await answer(0, refuse("sign-in-needed"));
  expect(ask.state).toEqual({ kind: "wanted" });
  ask.ask();
  await answer(1, accept("back"));
  expect(settled).toEqual([accept("back")]);
});

test("an interruption calls off the pause", async () => {
  const { ask, asked, answer, pauses } = anAsk();
  ask.ask();
  await answer(0, refuse("too-many-commands"));
  ask.interrupt();
  expect(pauses.waiting).toEqual([]);
  expect(asked).toHaveLength(1);
});

test("asking while an answer is awaited puts nothing twice", () => {
  const { ask, asked } = anAsk();
  ask.ask();
  ask.ask();
  expect(asked).toHaveLength(1);
});
