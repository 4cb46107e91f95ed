import { expect, test } from "vitest";
import { sessionStream } from "~/app/domain/deliberation/streams";
import { newId } from "~/app/domain/kernel/ids";
import { seededRandom } from "~/app/domain/kernel/random";
import type { WrittenFact } from "~/server/announcer/announcer";
import { JoinedStreams } from "./joined-streams";

const stream = sessionStream(newId(seededRandom("joined streams")));
const at = new Date(0);
const fact = (version: number): WrittenFact => ({ stream, version, at, type: "session-closed", payload: { atMs: 0 } });

/** What a connection follows. */
function aConnection() {
  const followed = new Set<string>();
  const streams = new JoinedStreams({
    follow: (one) => followed.add(one),
    unfollow: (one) => followed.delete(one),
  });
  return { streams, followed };
}

test("facts that come while a stream is joined are there at its end, and only then is it followed", () => {
  const { streams, followed } = aConnection();
  const joining = streams.begin(stream);
  streams.hear(fact(1));
  expect([...followed]).toEqual([]);
  expect(joining.join()).toEqual([fact(1)]);
  expect([...followed]).toEqual([stream]);
});

test("a join that ends after its connection did follows nothing", () => {
  const { streams, followed } = aConnection();
  const joining = streams.begin(stream);
  streams.end();
  expect(joining.join()).toBeNull();
  expect(streams.begin(stream).join()).toBeNull();
  expect([...followed]).toEqual([]);
});

test("a leave that overtakes a join is the last word", () => {
  const { streams, followed } = aConnection();
  const joining = streams.begin(stream);
  streams.leave(stream);
  expect(joining.join()).toBeNull();
  expect([...followed]).toEqual([]);
});

test.each([
  ["granted", "refused"],
  ["refused", "granted"],
])("of two joins of one stream the later counts, whichever ends first: the first %s, the second %s", (early, late) => {
  const end = (joining: ReturnType<JoinedStreams["begin"]>, how: string) =>
    how === "granted" ? joining.join() : joining.leave();
  for (const swapped of [false, true]) {
    const { streams, followed } = aConnection();
    const [first, second] = [streams.begin(stream), streams.begin(stream)];
    if (swapped) end(second, late);
    end(first, early);
    if (!swapped) end(second, late);
    expect(followed.has(stream)).toBe(late === "granted");
  }
});

test("two joins of one stream lose no fact", () => {
  const { streams } = aConnection();
  const [first, second] = [streams.begin(stream), streams.begin(stream)];
  streams.hear(fact(1));
  first.join();
  streams.hear(fact(2));
  expect(second.join()).toEqual([fact(1), fact(2)]);
});

test("a join that could not be tried leaves what was followed as it was", () => {
  const { streams, followed } = aConnection();
  streams.begin(stream).join();
  streams.begin(stream).giveUp();
  expect([...followed]).toEqual([stream]);
});

test("a stream that may not be followed any more is not", () => {
  const { streams, followed } = aConnection();
  streams.begin(stream).join();
  expect(streams.begin(stream).leave()).toBe(true);
  expect([...followed]).toEqual([]);
});

test("what may not be followed any more is left, and what may stays", async () => {
  const { streams, followed } = aConnection();
  streams.begin(stream).join();
  await streams.recheck(stream, async () => true);
  expect([...followed]).toEqual([stream]);
  await streams.recheck(stream, async () => false);
  expect([...followed]).toEqual([]);
});

test("a recheck that ends late does not undo what was granted after it began", async () => {
  const { streams, followed } = aConnection();
  streams.begin(stream).join();
  await streams.recheck(stream, async () => {
    streams.begin(stream).join();
    return false;
  });
  expect([...followed]).toEqual([stream]);
});

test("a join that read its rights before they changed reads them once more", async () => {
  const { streams } = aConnection();
  const joining = streams.begin(stream);
  expect(joining.doubted()).toBe(false);
  await streams.recheck(stream, async () => false);
  expect(joining.doubted()).toBe(true);
  expect(joining.doubted()).toBe(false);
});
