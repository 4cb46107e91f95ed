import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { applyUpdate, Doc, mergeUpdates } from "yjs";
import { plainText } from "~/app/domain/drafting/rich-text";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import type { DocumentId, ParticipationId } from "~/app/domain/kernel/ids";
import { listJournal } from "~/db/repositories/journal";
import { typedText } from "~/db/seeds/shared-text";
import type { Caller } from "../../context";
import { documentAccess } from "../../kernel/document-access";
import { liveSession } from "../../queries/live/live-session";
import { tableNotes } from "../../queries/live/table-notes";
import { assemblySettings } from "../../queries/prepare/assembly-settings";
import { at, type BuiltLive, buildLive, refusal, value } from "../../testing/build-live";
import { type TestApp, testApp } from "../../testing/test-app";
import { editSettings } from "../prepare/edit-settings";
import { removeFromTeam } from "../team/remove-from-team";
import { callBack } from "./call-back";
import { closeSession } from "./close-session";
import { dropIdea } from "./drop-idea";
import { giveTurn } from "./give-turn";
import { keepIdea } from "./keep-idea";
import { moveMember } from "./move-member";
import { splitIntoGroups } from "./split-into-groups";
import { undoCallBack } from "./undo-call-back";

let world: TestApp;
let live: BuiltLive;
const worlds: TestApp[] = [];

beforeEach(async () => {
  world = await testApp();
  worlds.push(world);
  live = await buildLive(world, { members: 4, facilitators: 2 });
});
afterAll(async () => {
  for (const one of worlds) await one.dispose();
});

const seen = async (caller = live.organiser) => value(await liveSession(caller, live.sessionId));
const back = async () => {
  const { round } = (await seen()).session;
  if (!round) throw new Error("no round is open");
  value(await callBack(live.organiser, null, { sessionId: live.sessionId, roundId: round.roundId }));
  return round;
};
const again = () => splitIntoGroups(live.organiser, null, { sessionId: live.sessionId, present: null, groupSize: 2 });
/** The notes of each table, by its number. */
const notes = async (): Promise<Record<number, DocumentId>> =>
  Object.fromEntries(Object.values((await seen()).groups).map(({ number, documentId }) => [number, documentId]));

describe("the notes of a table", () => {
  test("are found again when the session splits again for the same item", async () => {
    await live.split();
    const first = await notes();
    await back();
    value(await again());
    expect(await notes()).toEqual(first);
  });

  test("are read by those who wrote them, in another table since; written by those who sit there now", async () => {
    const { groups } = await live.split();
    const [one, two] = [at(groups, 0), at(groups, 1)];
    const writer = at(one.members, 0);
    const documentId = at(Object.values((await seen(writer)).groups), 0).documentId;
    await back();
    expect(value(await documentAccess(writer, documentId)).write.ok).toBe(true);
    value(await again());
    const round = (await seen()).session.round;
    const [tableOne, tableTwo] = [at(round?.groups ?? [], 0).groupId, at(round?.groups ?? [], 1).groupId];
    const { participationId } = writer;
    if (round?.seats[participationId] === tableOne) {
      const move = { sessionId: live.sessionId, participationId, fromGroupId: tableOne, toGroupId: tableTwo };
      value(await moveMember(live.organiser, null, move));
    }
    const access = value(await documentAccess(writer, documentId));
    expect(refusal(access.write)).toBe("not-your-group");
    for (const stranger of two.members) {
      const sits = (await seen()).session.round?.seats[stranger.participationId] === tableOne;
      expect((await documentAccess(stranger, documentId)).ok).toBe(sits);
    }
  });
});

describe("the notes of a session", () => {
  const read = async (caller: Caller) =>
    value(await tableNotes(caller, { assemblyId: live.assemblyId, sessionId: live.sessionId }));

  test("are read by those of the table and by the team after the round, and after the session", async () => {
    const { groups } = await live.split();
    const [one, two] = [at(groups, 0), at(groups, 1)];
    const writer = at(one.members, 0);
    const { documentId, number } = at(Object.values((await seen(writer)).groups), 0);
    const name = { documentId, kind: "notes", assemblyId: live.assemblyId } as const;
    await world.app.documents.write(name, writer.personId, typedText({ notes: ["Un fonds de garantie."] }));
    await back();
    const shown = async (caller: Caller) =>
      (await read(caller)).items.flatMap(({ tables }) => tables.map((table) => [table.number, plainText(table.text)]));
    expect(await shown(writer)).toEqual([[number, "Un fonds de garantie."]]);
    expect(await shown(at(two.members, 0))).toEqual([[3 - number, ""]]);
    value(await closeSession(live.organiser, null, { sessionId: live.sessionId }));
    expect(await shown(live.organiser)).toEqual([
      [1, number === 1 ? "Un fonds de garantie." : ""],
      [2, number === 2 ? "Un fonds de garantie." : ""],
    ]);
  });
});

describe("the ideas that a table kept", () => {
  const read = async (caller: Caller) =>
    value(await tableNotes(caller, { assemblyId: live.assemblyId, sessionId: live.sessionId })).items.flatMap(
      ({ tables }) => tables.map(({ number, ideas }) => [number, ideas.map(({ text }) => text)]),
    );
  const keep = async (member: BuiltLive["organiser"] & { participationId: ParticipationId }, text: string) => {
    const { groupId } = at(Object.values((await seen(member)).groups), 0);
    const idea = {
      sessionId: live.sessionId,
      groupId,
      text,
      language: "fr",
      authorIds: [member.participationId],
    } as const;
    return value(await keepIdea(member, null, idea)).ideaId;
  };

  test("stand with its notes, over its rounds, for whoever reads these, without what it dropped", async () => {
    const { groups } = await live.split();
    const [one, two] = [at(at(groups, 0).members, 0), at(at(groups, 1).members, 0)];
    await keep(one, "Des bancs à l'ombre");
    const dropped = await keep(one, "Rien");
    value(await dropIdea(one, null, { sessionId: live.sessionId, ideaId: dropped }));
    await keep(two, "Un fonds de garantie");
    const [first, second] = [
      [1, ["Des bancs à l'ombre"]],
      [2, ["Un fonds de garantie"]],
    ];
    expect(await read(one)).toEqual([first]);
    expect(await read(two)).toEqual([second]);
    await back();
    value(await again());
    expect(await read(live.organiser)).toEqual([first, second]);
    value(await closeSession(live.organiser, null, { sessionId: live.sessionId }));
    expect(await read(live.organiser)).toEqual([first, second]);
  });
});

describe("who reads the notes of other tables", () => {
  const choose = async (notesReaders: "table" | "members") => {
    const { settings, mark } = value(await assemblySettings(live.organiser, { assemblyId: live.assemblyId }));
    const order = { ...settings, notesReaders, assemblyId: live.assemblyId, seen: mark };
    value(await editSettings(live.organiser, world.commandId(), order));
  };
  const tablesOf = async (caller: Caller) =>
    value(await tableNotes(caller, { assemblyId: live.assemblyId, sessionId: live.sessionId })).items.flatMap(
      ({ tables }) => tables.map(({ number, own }) => ({ number, own })),
    );
  const close = async () => value(await closeSession(live.organiser, null, { sessionId: live.sessionId }));

  test("is the whole assembly once the session is over, where that was chosen before it began; fewer at once, if chosen later", async () => {
    live = await buildLive(world, { members: 4, facilitators: 2, notesReaders: "members" });
    const { groups } = await live.split();
    const reader = at(at(groups, 0).members, 0);
    const own = { number: 1, own: true };
    expect(await tablesOf(reader)).toEqual([own]);
    await close();
    expect(await tablesOf(reader)).toEqual([own, { number: 2, own: false }]);
    expect(await tablesOf(await live.join("observer"))).toEqual([1, 2].map((number) => ({ number, own: false })));
    await choose("table");
    expect(await tablesOf(reader)).toEqual([own]);
  });

  test("is nobody more than those who wrote them were told, whatever is chosen later; the journal says what was chosen", async () => {
    const { groups } = await live.split();
    await choose("members");
    await close();
    expect(await tablesOf(at(at(groups, 0).members, 0))).toEqual([{ number: 1, own: true }]);
    expect(await tablesOf(live.organiser)).toHaveLength(2);
    const filter = { assemblyId: live.assemblyId, limit: 50, offset: 0 };
    const entries = await listJournal(world.app.stores.main, filter);
    expect(entries.map(({ data }) => data)).toContainEqual({ changed: ["notesReaders"], notesReaders: "members" });
  });

  test("is not told what was taken out, which the table and the team read on", async () => {
    live = await buildLive(world, { members: 4, facilitators: 2, notesReaders: "members" });
    const { groups } = await live.split();
    const [writer, other] = [at(at(groups, 0).members, 0), at(at(groups, 1).members, 0)];
    const { documentId } = at(Object.values((await seen(writer)).groups), 0);
    const name = { documentId, kind: "notes", assemblyId: live.assemblyId } as const;
    const words = typedText({ notes: ["Un fonds de garantie pour tous."] });
    await world.app.documents.write(name, writer.personId, words);
    world.clock.advance(10 * MINUTE_MS);
    await world.app.documents.write(name, other.personId, erased(words));
    await close();
    const takenOut = async (caller: Caller) =>
      value(await tableNotes(caller, { assemblyId: live.assemblyId, sessionId: live.sessionId })).items.flatMap(
        ({ tables }) => tables.flatMap((table) => table.takenOut),
      );
    const told = { name: other.name, lines: ["Un fonds de garantie pour tous."] };
    expect(await takenOut(writer)).toMatchObject([told]);
    expect(await takenOut(live.organiser)).toMatchObject([told]);
    expect(await takenOut(other)).toEqual([]);
  });
});

/** The update that takes out everything. */
function erased(state: Uint8Array): Uint8Array {
  const doc = new Doc();
  applyUpdate(doc, state);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const notes = doc.getXmlFragment("notes");
  notes.delete(0, notes.length);
  return mergeUpdates(updates);
}

describe("a call back", () => {
  test("that is undone brings back nobody who has left the assembly since as the lead of a group", async () => {
    const { sessionId, organiser, assemblyId } = live;
    const { groups } = await live.split();
    const { groupId, facilitator } = at(groups, 0);
    if (!facilitator) throw new Error("no facilitator");
    const { roundId } = await back();
    const { participationId } = facilitator;
    value(await removeFromTeam(organiser, world.commandId(), { assemblyId, participationId }));
    value(await undoCallBack(organiser, world.commandId(), { sessionId, roundId }));
    const led = (await seen()).session.round?.groups.find((group) => group.groupId === groupId);
    expect(led?.facilitatorId).toBeNull();
  });

  test("is undone: the same people, notes and time; turns that were under way stay ended", async () => {
    const { sessionId, organiser } = live;
    const { groups } = await live.split();
    const { groupId, members, facilitator } = at(groups, 0);
    if (!facilitator) throw new Error("no facilitator");
    const { participationId } = at(members, 0);
    value(await giveTurn(facilitator, null, { sessionId, groupId, participationId }));
    const before = await seen();
    world.clock.advance(MINUTE_MS);
    const { roundId } = await back();
    value(await undoCallBack(organiser, world.commandId(), { sessionId, roundId }));
    const after = await seen();
    expect(after.session.round).toEqual(before.session.round);
    expect(after.session.itemEndsAtMs).toBe(before.session.itemEndsAtMs);
    expect(after.groups[groupId]?.documentId).toBe(before.groups[groupId]?.documentId);
    expect(after.groups[groupId]?.floor.turn).toBeNull();
    value(await undoCallBack(organiser, world.commandId(), { sessionId, roundId }));
    expect((await seen()).session).toEqual(after.session);
  });

  test("stays where another round was formed since; nobody but who runs the session undoes it", async () => {
    const { sessionId, organiser, members } = live;
    await live.split();
    const { roundId } = await back();
    expect(refusal(await undoCallBack(at(members, 0), null, { sessionId, roundId }))).toBe("role-not-permitted");
    value(await again());
    expect(refusal(await undoCallBack(organiser, null, { sessionId, roundId }))).toBe("round-already-open");
    await back();
    expect(refusal(await undoCallBack(organiser, null, { sessionId, roundId }))).toBe("round-over");
  });
});
