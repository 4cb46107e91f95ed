import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Move } from "~/app/domain/assembly/facts";
import { teamStream } from "~/app/domain/assembly/streams";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { MOVES_PAUSE_MS, Moves } from "./moves";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const voices: Move = { stream: teamStream("a" as AssemblyId), what: "voices" };
const draw: Move = { stream: teamStream("a" as AssemblyId), what: "draw" };

test("150 voices within a moment are told twice: at the first, and after the last", () => {
  const told: Move[] = [];
  const moves = new Moves((move) => told.push(move));
  for (let voice = 0; voice < 150; voice++) moves.moved(voices);
  expect(told).toEqual([voices]);
  vi.advanceTimersByTime(MOVES_PAUSE_MS);
  expect(told).toEqual([voices, voices]);
  vi.advanceTimersByTime(10 * MOVES_PAUSE_MS);
  expect(told).toHaveLength(2);
});

test("what goes on for long is told once a pause, each thing apart", () => {
  const told: Move[] = [];
  const moves = new Moves((move) => told.push(move));
  for (let tick = 0; tick < 100; tick++) {
    moves.moved(draw);
    vi.advanceTimersByTime(MOVES_PAUSE_MS / 10);
  }
  moves.moved(voices);
  expect(told.filter(({ what }) => what === "draw").length).toBeLessThanOrEqual(11);
  expect(told.at(-1)).toEqual(voices);
  moves.stop();
});
