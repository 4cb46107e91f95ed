import { describe, expect, test } from "vitest";
import { accept, refuse } from "../kernel/result";
import { anEntry, aTurn, participation } from "../testing/live";
import { emptyFloor, type Floor } from "./live-state";
import { askTurn, giveTurn } from "./take-turns";

const [odette, karim] = [participation("odette"), participation("karim")];
const waiting: Floor = { ...emptyFloor, queue: [anEntry("odette", 1), anEntry("karim", 2)] };
const speaking: Floor = { ...waiting, turn: aTurn("lea", 5) };

describe("asking to speak", () => {
  test("puts somebody in the queue, once, whoever speaks", () => {
    expect(askTurn(emptyFloor, odette)).toEqual(accept("ask"));
    expect(askTurn(speaking, participation("anna"))).toEqual(accept("ask"));
    expect(askTurn(waiting, odette)).toEqual(accept(null));
  });

  test("is refused to who speaks, and possible again once their turn is over", () => {
    expect(askTurn(speaking, participation("lea"))).toEqual(refuse("already-speaking"));
    expect(askTurn(waiting, participation("lea"))).toEqual(accept("ask"));
  });
});

describe("giving a turn", () => {
  test("ends the turn under way, and takes the speaker out of the queue", () => {
    expect(giveTurn(speaking, karim)).toEqual(accept({ ended: speaking.turn, called: [anEntry("karim", 2)] }));
    expect(giveTurn(waiting, karim)).toEqual(accept({ ended: null, called: [anEntry("karim", 2)] }));
  });

  test("to somebody who did not ask is a round-table: the queue stays as it is", () => {
    expect(giveTurn(waiting, participation("anna"))).toEqual(accept({ ended: null, called: [] }));
  });

  test("to who has it already changes nothing", () => {
    expect(giveTurn(speaking, participation("lea"))).toEqual(accept(null));
  });
});
