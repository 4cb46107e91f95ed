import { io } from "socket.io-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { emptyFloor, type GroupState, type LiveState, type SessionState } from "~/app/domain/deliberation/live-state";
import type { RoomAhead } from "~/app/domain/deliberation/room-ahead";
import { cockpitStream, groupStream, sessionStream } from "~/app/domain/deliberation/streams";
import { type Id, newId } from "~/app/domain/kernel/ids";
import { accept, refuse } from "~/app/domain/kernel/result";
import type { StreamSnapshot } from "../../protocol/live-messages";
import { type HeldPauses, heldPauses } from "../../testing/held-pauses";
import { aLiveState, aRound } from "../../testing/live-builders";
import { type Joined, ScriptedServer } from "../../testing/scripted-server";
import { LiveClient } from "./live-client";

const chance = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };
const anId = <Noun extends string>(): Id<Noun> => newId<Noun>(chance);

let server: ScriptedServer;
let pauses: HeldPauses;
let client: LiveClient | null = null;
let url: string;

beforeEach(async () => {
  server = new ScriptedServer();
  url = await server.open();
  pauses = heldPauses();
});
afterEach(async () => {
  client?.stop();
  await server.close();
});

const sessionId = anId<"session">();
const me: LiveState = (() => {
  const state = aLiveState({ as: "claire", role: "organiser" });
  return { ...state, session: { ...state.session, sessionId } };
})();
const hall = sessionStream(sessionId);
const cockpit = cockpitStream(sessionId);
const groupId = anId<"group">();
const group = groupStream(groupId);

function seated(): SessionState {
  const round = aRound({});
  return { ...me.session, round: { ...round, groups: [{ groupId, number: 1, facilitatorId: null }] } };
}

const theGroup: GroupState = {
  groupId,
  roundId: anId(),
  sessionId,
  number: 1,
  documentId: anId(),
  moreTime: null,
  floor: emptyFloor,
  ideas: [],
};

const known = (stream: string, state: StreamSnapshot["state"], version = 1): Joined =>
  accept({ stream, version, state });

function open(state: LiveState = me): LiveClient {
  const opened = new LiveClient({ ...state, versions: {}, readAtMs: 0 }, pauses);
  client = opened;
  opened.start(io(url, { transports: ["websocket"], autoConnect: false, forceNew: true }));
  return opened;
}

/** Waits until a condition holds, asked again whenever the page or the server heard something; pauses end by themselves. */
function until(page: LiveClient, holds: () => boolean): Promise<void> {
  return new Promise((settle, fail) => {
    const check = (): void => {
      try {
        if (!holds()) {
          pauses.end();
          return;
        }
        settle();
      } catch (error) {
        fail(error);
      }
      clearInterval(looking);
      stop();
    };
    const stop = page.subscribe(() => queueMicrotask(check));
    const looking = setInterval(check, 5);
  });
}

test("a session that the store is too busy for is asked again after pauses that grow, and the page is online then", async () => {
  server.join = (stream, time) => {
    if (stream !== hall) return known(stream, []);
    return time < 5 ? refuse("storage-busy") : known(hall, me.session);
  };
  const page = open();
  await until(page, () => page.view().connection === "online");
  expect(server.joins.filter((stream) => stream === hall)).toHaveLength(5);
  expect(pauses.begun).toEqual([500, 1000, 2000, 4000]);
});

test("what a page asked too much of at once does not end it", async () => {
  server.join = (stream, time) =>
    time < 3 ? refuse("too-many-commands") : known(stream, stream === hall ? me.session : []);
  const page = open();
  await until(page, () => page.view().connection === "online");
  expect(pauses.begun).toEqual([1000, 1000, 2000, 2000]);
});

test("every stream is asked again when the store is busy, not the session alone", async () => {
  const call = {
    callId: anId<"help-call">(),
    participationId: anId<"participation">(),
    groupId: null,
    calledAtMs: 1,
    progress: { kind: "open" } as const,
  };
  server.join = (stream, time) => {
    if (stream === hall) return known(hall, me.session);
    return time < 3 ? refuse("storage-busy") : known(cockpit, [call]);
  };
  const page = open();
  await until(page, () => page.view().state.help.length === 1);
  expect(page.view().standings.get(cockpit)).toEqual({ kind: "shown" });
});

test("a group that is refused says why, and is asked again once something happened that may let one in", async () => {
  server.join = (stream, time) => {
    if (stream === hall) return known(hall, seated());
    if (stream === cockpit) return known(cockpit, []);
    return time === 1 ? refuse("not-your-group") : known(group, theGroup);
  };
  const page = open();
  await until(page, () => page.view().standings.get(group)?.kind === "refused");
  expect(page.view().standings.get(group)).toEqual({ kind: "refused", refusal: { code: "not-your-group" } });
  expect(page.view().state.groups).toEqual({});
  const { floor: _, ...happened } = seated();
  const payload = { groupId, participationId: happened.attendees[0]?.participationId };
  server.socket?.emit("facts", [{ stream: hall, version: 2, type: "facilitator-assigned", payload }]);
  await until(page, () => page.view().standings.get(group)?.kind === "shown");
  expect(page.view().state.groups[groupId]).toEqual(theGroup);
});

test("facts that come between the join of a stream and its answer are not lost", async () => {
  const entryId = anId<"queue-entry">();
  const participationId = anId<"participation">();
  server.join = (stream) => {
    if (stream === hall) return known(hall, seated());
    if (stream !== group) return known(stream, []);
    const payload = { groupId, entryId, participationId, askedAtMs: 3 };
    server.socket?.emit("facts", [{ stream: group, version: 2, type: "turn-asked", payload }]);
    return known(group, theGroup);
  };
  const page = open();
  await until(page, () => page.view().state.groups[groupId]?.floor.queue.length === 1);
  expect(server.joins.filter((stream) => stream === group)).toHaveLength(1);
});

test("what happened at once is shown at once: a session that ends with its groups shows no plenary between", async () => {
  server.join = (stream) => {
    if (stream === hall) return known(hall, seated());
    return stream === group ? known(group, theGroup) : known(stream, []);
  };
  const page = open();
  await until(page, () => page.view().standings.get(group)?.kind === "shown");
  const seen: string[] = [];
  page.subscribe(() => {
    const { state, round } = page.view().state.session;
    seen.push(`${state}, ${round ? "in groups" : "in the plenary"}`);
  });
  const roundId = seated().round?.roundId;
  server.socket?.emit("facts", [
    { stream: hall, version: 2, type: "round-ended", payload: { roundId } },
    { stream: hall, version: 3, type: "session-closed", payload: { atMs: 9 } },
  ]);
  await until(page, () => page.view().state.session.state === "closed");
  expect(new Set(seen)).toEqual(new Set(["closed, in the plenary"]));
});

test("a session that is refused for good ends the page", async () => {
  server.join = (stream) => (stream === hall ? refuse("role-not-permitted") : known(stream, []));
  const page = open();
  await until(page, () => page.view().connection === "refused");
  expect(server.joins.filter((stream) => stream === hall)).toHaveLength(1);
});

test("a command that could not be done just now is sent again under its id until it is (L8)", async () => {
  server.join = (stream) => known(stream, stream === hall ? me.session : []);
  server.command = (time) => (time < 3 ? refuse("storage-busy") : accept("done"));
  const page = open();
  const answered = page.commands.send("ask-turn", { sessionId, groupId: null });
  await until(page, () => page.view().sent.length === 0);
  expect(await answered).toEqual(accept("done"));
  expect(new Set(server.commands).size).toBe(1);
  expect(server.commands).toHaveLength(3);
});

test("a page comes back after the server closed its connection, whatever it said", async () => {
  server.join = (stream) => known(stream, stream === hall ? me.session : []);
  const page = open();
  await until(page, () => page.view().connection === "online");
  server.socket?.disconnect(true);
  await until(page, () => page.view().connection === "reconnecting");
  await until(page, () => page.view().connection === "online");
  expect(server.joins.filter((stream) => stream === hall)).toHaveLength(2);
});

test("the clock is measured", async () => {
  server.join = (stream) => known(stream, stream === hall ? me.session : []);
  server.clock = () => Date.now() + 60_000;
  const page = open();
  await until(page, () => page.view().offsetMs !== undefined);
  expect(Math.abs((page.view().offsetMs ?? 0) - 60_000)).toBeLessThan(1_000);
});

test("a way into a video room is noted with the instant when the page heard of it, whenever it is taken up", async () => {
  server.join = (stream) => (stream === hall ? known(hall, seated()) : known(stream, []));
  const page = open();
  await until(page, () => page.view().connection === "online");
  const beforeMs = performance.now();
  const ahead = { sessionId: me.session.sessionId, groupId } as RoomAhead;
  server.socket?.emit("room", ahead);
  await until(page, () => page.view().roomOffer !== null);
  const { roomOffer } = page.view();
  expect(roomOffer?.ahead).toEqual(ahead);
  expect(roomOffer?.heardAtMs).toBeGreaterThanOrEqual(beforeMs);
  expect(roomOffer?.heardAtMs).toBeLessThanOrEqual(performance.now());
});

test("a page takes what an installation put back from an older copy says, with its lower versions, and hears what follows", async () => {
  const entryId = anId<"queue-entry">();
  const participationId = anId<"participation">();
  server.join = (stream, time) => {
    if (stream !== hall) return known(stream, []);
    return known(hall, time === 1 ? seated() : me.session, time === 1 ? 50 : 40);
  };
  const page = open();
  await until(page, () => page.view().state.session.round !== null);
  server.socket?.disconnect(true);
  await until(page, () => page.view().connection === "reconnecting");
  await until(page, () => page.view().connection === "online");
  expect(page.view().state.session).toEqual(me.session);
  const payload = { groupId: null, entryId, participationId, askedAtMs: 3 };
  server.socket?.emit("facts", [{ stream: hall, version: 41, type: "turn-asked", payload }]);
  await until(page, () => page.view().state.session.floor.queue.length === 1);
});

test("whoever waits for an answer when the page is over is told why there is none, and so is whoever asks later", async () => {
  server.join = (stream) => known(stream, stream === hall ? me.session : []);
  server.command = () => refuse("storage-busy");
  const page = open();
  await until(page, () => page.view().connection === "online");
  const waiting = page.commands.send("ask-turn", { sessionId, groupId: null });
  server.socket?.emit("closing", "signed-out");
  server.socket?.disconnect(true);
  expect(await waiting).toEqual(refuse("sign-in-needed"));
  expect(await page.commands.send("start-session", { sessionId })).toEqual(refuse("sign-in-needed"));
  expect(page.view().sent.map(({ state }) => state)).toEqual(["refused", "refused"]);
});

test("a page that is left before its rights are read anew reads nothing", async () => {
  server.join = (stream) => known(stream, stream === hall ? me.session : []);
  const page = open();
  await until(page, () => page.view().connection === "online");
  const told = new Promise<void>((heard) => page.subscribe(heard));
  server.socket?.emit("closing", "rights-changed");
  server.socket?.disconnect(true);
  await told;
  page.stop();
  pauses.end();
  expect(page.view().rightsChanged).toBe(0);
});

test("a page that had too many beside it says that its connection is lost once the network has gone", async () => {
  server.join = (stream) => known(stream, stream === hall ? me.session : []);
  server.turnsAway = "too-many-connections";
  const page = open();
  await new Promise<void>((heard) => page.subscribe(() => page.view().connection === "crowded" && heard()));
  await server.close();
  await until(page, () => page.view().connection === "reconnecting");
});
