import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { putBackNotes } from "~/server/commands/live/put-back-notes";
import type { Somebody } from "~/server/testing/build-assembly";
import { at, refusal, value } from "~/server/testing/build-live";
import { DocumentClient } from "../../browser/documents/document-client";
import { type LiveWorld, liveWorld, until, webSocketClass } from "../../testing/live-world";
import { type SharedText, sharedText, wordsIn } from "../../testing/shared-text";

let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld("taken-out");
});
afterAll(() => world.dispose());

const LINE = "Des fontaines au marché, et des bancs à l'ombre";

async function pageOf({ documentId }: SharedText, { personId }: Somebody): Promise<DocumentClient> {
  const page = new DocumentClient({
    documentId,
    serverUrl: world.wsUrl,
    WebSocketPolyfill: webSocketClass(await world.signIn(personId)),
  });
  await until(page.subscribe, () => page.view().status === "saved" && page.view().writable);
  return page;
}

const words = (page: DocumentClient): string => {
  const { doc } = page.view();
  return doc ? wordsIn(doc).toString() : "";
};

/** Once its text is as it should be. */
async function reads(page: DocumentClient, isRight: (text: string) => boolean): Promise<void> {
  const { doc } = page.view();
  if (!doc) throw new Error("no document");
  const heard = (listener: () => void) => {
    doc.on("update", listener);
    return () => doc.off("update", listener);
  };
  await until(heard, () => isRight(words(page)));
}

function write(page: DocumentClient, deed: (words: ReturnType<typeof wordsIn>) => void): void {
  const { doc } = page.view();
  if (doc) deed(wordsIn(doc));
}

/** One writes a line; minutes later the other takes it out. */
async function takenOut() {
  const text = await sharedText(world);
  const [anne, paul] = [at(text.writers, 0), at(text.writers, 1)];
  const [hers, his] = [await pageOf(text, anne), await pageOf(text, paul)];
  write(hers, (notes) => notes.insert(0, LINE));
  await reads(his, (read) => read === LINE);
  await hers.flush();
  world.clock.advance(10 * MINUTE_MS);
  write(his, (notes) => notes.delete(0, LINE.length));
  const part = await until(hers.subscribe, () => hers.view().takenOut[0]);
  return { text, anne, paul, hers, his, part, asked: { documentId: text.documentId, removalId: part.removalId } };
}

const end = (...pages: readonly DocumentClient[]): void => {
  for (const page of pages) page.stop();
};

describe("what somebody takes out of a table's notes (D20)", () => {
  test("is seen by everybody at the table, with who and when; it comes back by one click of whoever sits there, and they see that too", async () => {
    const { anne, paul, hers, his, part, asked } = await takenOut();
    expect(part).toMatchObject({ lines: 1, words: LINE, back: null, atMs: world.clock.now().getTime() });
    expect(part.name).toBe(paul.name);
    write(his, (notes) => notes.insert(0, "Écrit entre-temps. "));
    await his.flush();
    expect(await putBackNotes(world.online(anne), asked)).toEqual({ ok: true, value: undefined });
    await reads(his, (read) => read.includes(LINE));
    await until(his.subscribe, () => his.view().takenOut[0]?.back);
    expect(his.view().takenOut).toMatchObject([{ name: paul.name, back: { name: anne.name } }]);
    expect(words(his)).toContain("Écrit entre-temps. ");
    end(hers, his);
  });

  test("comes back once, though two ask at the same time and one of them twice", async () => {
    const { text, anne, paul, hers, his, asked } = await takenOut();
    const answers = await Promise.all([anne, paul, anne].map((one) => putBackNotes(world.online(one), asked)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await text.stored()).toBe(LINE);
    end(hers, his);
  });

  test("is offered still after a restart of the server, to a page that is opened then", async () => {
    const { text, anne, hers, his, part, asked } = await takenOut();
    end(hers, his);
    await world.restart();
    const again = await pageOf(text, anne);
    expect(await until(again.subscribe, () => again.view().takenOut[0])).toEqual(part);
    value(await putBackNotes(world.online(anne), asked));
    await reads(again, (read) => read === LINE);
    end(again);
  });

  test("is offered again when whoever put it back takes their copy out, and so after a restart of the server", async () => {
    const { text, anne, paul, hers, his, asked } = await takenOut();
    world.clock.advance(10_000);
    value(await putBackNotes(world.online(paul), asked));
    await reads(his, (read) => read === LINE);
    world.clock.advance(10_000);
    write(his, (notes) => notes.delete(0, LINE.length));
    const gone = (page: DocumentClient) => page.view().takenOut.filter(({ back }) => back === null);
    const both = await until(hers.subscribe, () => (gone(hers).length === 2 ? gone(hers) : undefined));
    expect(both.map(({ name, words: taken }) => [name, taken])).toEqual([
      [paul.name, LINE],
      [paul.name, LINE],
    ]);
    end(hers, his);
    await world.restart();
    const again = await pageOf(text, anne);
    await until(again.subscribe, () => again.view().takenOut.length > 0);
    expect(gone(again)).toEqual(both);
    end(again);
  });

  test("is put back by nobody who may not write there, nor what nobody took out", async () => {
    const { text, anne, hers, his, asked } = await takenOut();
    expect(refusal(await putBackNotes(world.online(text.outsider), asked))).toBe("not-your-group");
    expect(refusal(await putBackNotes(world.online(text.live.organiser), asked))).toBe("role-not-permitted");
    expect(refusal(await putBackNotes(world.online(anne), { ...asked, removalId: 1 }))).toBe("removal-unknown");
    expect(await text.stored()).toBe("");
    end(hers, his);
  });
});
