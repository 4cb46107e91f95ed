import { expect, test } from "vitest";
import { Backlog } from "./backlog";

/** A page whose every third frame holds up the rest. */
function page() {
  const received: number[] = [];
  const read: boolean[] = [];
  const backlog: Backlog = new Backlog(
    { pause: () => void read.push(false), resume: () => void read.push(true) },
    (bytes) => receive(bytes),
  );
  const held = new Set<number>();
  function receive(bytes: Uint8Array): void {
    if (backlog.takes(bytes)) return;
    const [number = 0] = bytes;
    if (number % 3 === 0 && !held.has(number)) {
      held.add(number);
      backlog.hold(bytes);
    } else received.push(number);
  }
  return { received, read, backlog, send: (number: number) => receive(Uint8Array.of(number)) };
}

test("frames are received in their order, each once, however often they are held up", () => {
  const { received, read, backlog, send } = page();
  for (let number = 1; number <= 8; number += 1) send(number);
  expect(received).toEqual([1, 2]);
  backlog.goOn();
  expect(received).toEqual([1, 2, 3, 4, 5]);
  send(9);
  backlog.goOn();
  expect(received).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  backlog.goOn();
  expect(received).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(read.at(-1)).toBe(true);
  send(10);
  expect(received.at(-1)).toBe(10);
});
