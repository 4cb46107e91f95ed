import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupIn, placeOfMe } from "~/app/domain/deliberation/place-of";
import { sessionStream } from "~/app/domain/deliberation/streams";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import { endDevice } from "~/db/repositories/device";
import { listWaiting } from "~/db/repositories/queue";
import { callBack } from "~/server/commands/live/call-back";
import { giveTurn } from "~/server/commands/live/give-turn";
import { moveMember } from "~/server/commands/live/move-member";
import { splitIntoGroups } from "~/server/commands/live/split-into-groups";
import { liveSession } from "~/server/queries/live/live-session";
import type { Somebody } from "~/server/testing/build-assembly";
import { at, type BuiltLive, buildLive, goToGroups, value } from "~/server/testing/build-live";
import { LiveClient } from "../../browser/live/live-client";
import { type LiveWorld, liveSocket, liveWorld, until } from "../../testing/live-world";

let world: LiveWorld;
let live: BuiltLive;
const clients: LiveClient[] = [];

beforeAll(async () => {
  world = await liveWorld();
  live = await buildLive(world, { members: 4, facilitators: 2 });
});
afterAll(async () => {
  for (const client of clients) client.stop();
  await world.dispose();
});

/** A page of somebody, online. */
async function open(somebody: Pick<Somebody, "personId">): Promise<LiveClient> {
  const caller = await world.as(somebody.personId);
  const client = new LiveClient(value(await liveSession(caller, live.sessionId)));
  clients.push(client);
  client.start(liveSocket(world, await world.signIn(somebody.personId)));
  await until(client.subscribe, () => client.view().connection === "online");
  return client;
}

const present = (client: LiveClient, ...ids: readonly ParticipationId[]) =>
  until(client.subscribe, () => ids.every((id) => client.view().presence.has(id)));
const absent = (client: LiveClient, id: ParticipationId) =>
  until(client.subscribe, () => !client.view().presence.has(id));

describe("a live session over sockets", () => {
  test("a turn asked on one page is in the database, then seen on the others, and a repeat asks nothing (L2)", async () => {
    const { sessionId } = live;
    const [asking, watching] = [await open(at(live.members, 0)), await open(live.organiser)];
    const asked = await asking.commands.send("ask-turn", { sessionId, groupId: null });
    expect(asked.ok).toBe(true);
    const rows = await listWaiting(world.app.stores.main, { sessionId, groupId: null });
    expect(rows.map(({ participationId }) => participationId)).toEqual([at(live.members, 0).participationId]);
    await until(watching.subscribe, () => watching.view().state.session.floor.queue.length === 1);
    expect(await asking.commands.send("ask-turn", { sessionId, groupId: null })).toMatchObject({
      ok: true,
      value: { entryId: null },
    });
    expect(asking.view().sent).toEqual([]);
  });

  test("the same command id gets the first answer, not a second effect (L2)", async () => {
    const socket = liveSocket(world, await world.signIn(at(live.members, 1).personId)).connect();
    const envelope = {
      id: world.commandId(),
      name: "ask-turn",
      input: { sessionId: live.sessionId, groupId: null },
    };
    const first = await socket.emitWithAck("command", envelope);
    expect(await socket.emitWithAck("command", envelope)).toEqual(first);
    socket.disconnect();
  });

  test("a page that floods is told so, while other pages are served, and nothing it asked is done twice", async () => {
    const apart = await buildLive(world, { members: 4 });
    const { sessionId } = apart;
    const person = at(apart.members, 3).personId;
    const [flooding, calm] = await Promise.all(
      [person, apart.organiser.personId].map(async (id) => liveSocket(world, await world.signIn(id)).connect()),
    );
    const ask = () => ({ id: world.commandId(), name: "ask-turn", input: { sessionId, groupId: null } });
    const answers = (await Promise.all(
      Array.from({ length: 2500 }, () => flooding?.emitWithAck("command", ask())),
    )) as {
      readonly ok: boolean;
      readonly refusal?: { readonly code: string };
    }[];
    const refused = answers.filter(({ refusal }) => refusal?.code === "too-many-commands");
    expect(answers.slice(0, 600).every(({ ok }) => ok)).toBe(true);
    // What is refused has waited for nothing: at thirty a second these would have taken longer than a test may.
    expect(refused.length).toBeGreaterThan(1000);
    expect(await calm?.emitWithAck("command", ask())).toMatchObject({ refusal: { code: "role-not-permitted" } });
    const waiting = await listWaiting(world.app.stores.main, { sessionId, groupId: null });
    expect(
      waiting.filter(({ participationId }) => participationId === at(apart.members, 3).participationId),
    ).toHaveLength(1);
    for (const socket of [flooding, calm]) socket?.disconnect();
  });

  test("the pages of one person have one allowance together", async () => {
    const apart = await buildLive(world, { members: 1 });
    const { sessionId } = apart;
    const page = async () => liveSocket(world, await world.signIn(at(apart.members, 0).personId)).connect();
    const pages = await Promise.all([page(), page(), page(), page()]);
    const ask = () => ({ id: world.commandId(), name: "ask-turn", input: { sessionId, groupId: null } });
    const answers = (await Promise.all(
      pages.flatMap((one) => Array.from({ length: 600 }, () => one.emitWithAck("command", ask()))),
    )) as { readonly ok: boolean }[];
    expect(answers.filter(({ ok }) => ok).length).toBeLessThan(1_000);
    for (const one of pages) one.disconnect();
  });

  test("a refusal is kept with its command until it is dismissed", async () => {
    const page = await open(at(live.members, 0));
    const result = await page.commands.send("close-session", { sessionId: live.sessionId });
    expect(result).toMatchObject({ ok: false, refusal: { code: "role-not-permitted" } });
    const [sent] = page.view().sent;
    expect(sent).toMatchObject({ name: "close-session", state: "refused" });
    page.commands.dismiss(sent?.id ?? "");
    expect(page.view().sent).toEqual([]);
  });

  test("a participation is present while one of its pages is open (L6)", async () => {
    const watching = await open(live.organiser);
    const { participationId } = at(live.members, 2);
    const [one, two] = [await open(at(live.members, 2)), await open(at(live.members, 2))];
    await present(watching, participationId);
    one.stop();
    const other = at(live.members, 3);
    const later = await open(other);
    await present(watching, other.participationId, participationId);
    two.stop();
    later.stop();
    await absent(watching, participationId);
  });

  test("whoever leaves, or goes, before their join has ended is not present (L6)", async () => {
    const watching = await open(live.organiser);
    const stream = sessionStream(live.sessionId);
    const browser = await world.signIn(at(live.members, 3).personId);
    const { participationId } = at(live.members, 3);
    for (const goes of [true, false]) {
      const socket = liveSocket(world, browser).connect();
      await new Promise<void>((connected) => socket.once("connect", connected));
      const joined = socket.emitWithAck("join", { stream });
      if (goes) {
        joined.catch(() => undefined);
        socket.disconnect();
      } else {
        socket.emit("leave", { stream });
        expect(await joined).toMatchObject({ refusal: { code: "changed-meanwhile" } });
      }
      // Who comes after them is told of with everybody who is present.
      const other = await open(at(live.members, 2));
      await present(watching, at(live.members, 2).participationId);
      expect(watching.view().presence.has(participationId)).toBe(false);
      other.stop();
      await absent(watching, at(live.members, 2).participationId);
      socket.disconnect();
    }
  });

  test("everyone follows the split to their group and the call back, with the group's own state", async () => {
    const { sessionId } = live;
    const organiser = world.online(live.organiser);
    const member = at(live.members, 0);
    const page = await open(member);
    await goToGroups(organiser, sessionId);
    value(await splitIntoGroups(organiser, null, { sessionId, present: null, groupSize: 2 }));
    const group = await until(page.subscribe, () => Object.values(page.view().state.groups)[0]);
    expect(placeOfMe(page.view().state.me, page.view().state.session)).toEqual({
      kind: "group",
      groupId: group.groupId,
    });
    const kept = await page.commands.send("keep-idea", {
      sessionId,
      groupId: group.groupId,
      text: "Un fonds de garantie",
      language: "fr",
      authorIds: [member.participationId],
    });
    expect(kept.ok).toBe(true);
    await until(page.subscribe, () => page.view().state.groups[group.groupId]?.ideas.length === 1);
    value(await callBack(organiser, null, { sessionId, roundId: group.roundId }));
    await until(page.subscribe, () => page.view().state.session.round === null);
    expect(page.view().state.groups).toEqual({});
  });

  test("somebody who is moved loses the stream of the old group and gets the new one (L7)", async () => {
    const { sessionId } = live;
    const organiser = world.online(live.organiser);
    const member = at(live.members, 0);
    await goToGroups(organiser, sessionId);
    const { roundId } = value(await splitIntoGroups(organiser, null, { sessionId, present: null, groupSize: 2 }));
    const page = await open(member);
    const round = page.view().state.session.round;
    const fromGroupId = round && groupIn(round, member.participationId);
    const toGroupId = round?.groups.find(({ groupId }) => groupId !== fromGroupId)?.groupId;
    if (!fromGroupId || !toGroupId) throw new Error("two groups were expected");
    const { participationId } = member;
    value(await moveMember(organiser, null, { sessionId, participationId, fromGroupId, toGroupId }));
    await until(page.subscribe, () => page.view().connection === "online" && page.view().state.groups[toGroupId]);
    await until(page.subscribe, () => page.view().state.groups[fromGroupId] === undefined);
    const stranger = liveSocket(world, await world.signIn(member.personId)).connect();
    expect(await stranger.emitWithAck("join", { stream: `group:${fromGroupId}` })).toMatchObject({
      refusal: { code: "not-your-group" },
    });
    stranger.disconnect();
    value(await callBack(organiser, null, { sessionId, roundId }));
  });

  test("after a restart a page is back at the same place, with what happened meanwhile and the command that waited (L8)", async () => {
    const { sessionId, members } = live;
    const page = await open(at(members, 3));
    const socketGone = until(page.subscribe, () => page.view().connection === "reconnecting");
    const restarted = world.restart();
    await socketGone;
    const sent = page.commands.send("ask-turn", { sessionId, groupId: null });
    expect(page.view().sent).toMatchObject([{ name: "ask-turn", state: "pending" }]);
    const { participationId } = at(members, 2);
    value(await giveTurn(live.organiser, null, { sessionId, groupId: null, participationId }));
    await restarted;
    expect((await sent).ok).toBe(true);
    await until(page.subscribe, () => page.view().state.session.floor.turn?.participationId === participationId);
    const fresh = value(await liveSession(await world.as(at(members, 3).personId), sessionId));
    await until(
      page.subscribe,
      () => page.view().state.session.floor.queue.length === fresh.session.floor.queue.length,
    );
    expect(page.view().state.session).toEqual(fresh.session);
  });

  test("a page whose device was signed out while it slept reads so, and stops trying (L10)", async () => {
    const { personId } = at(live.members, 2);
    const browser = await world.signIn(personId);
    const caller = await world.as(personId);
    const page = new LiveClient(value(await liveSession(caller, live.sessionId)));
    clients.push(page);
    page.start(liveSocket(world, browser));
    await until(page.subscribe, () => page.view().connection === "online");
    // While the server is away nobody can be told.
    const gone = until(page.subscribe, () => page.view().connection === "reconnecting");
    const back = world.restart(async () => {
      await gone;
      await endDevice(world.app.stores.main, { id: browser.deviceId, personId }, world.clock.now());
    });
    await until(page.subscribe, () => page.view().connection === "signed-out");
    await back;
  });

  test("a fact that got lost is fetched (L4)", async () => {
    const { sessionId, organiser } = live;
    const page = await open(at(live.members, 1));
    const given = (who: number) => ({
      sessionId,
      groupId: null,
      participationId: at(live.members, who).participationId,
    });
    value(await giveTurn(organiser, null, given(0)));
    value(await giveTurn(world.online(organiser), null, given(1)));
    await until(
      page.subscribe,
      () => page.view().state.session.floor.turn?.participationId === at(live.members, 1).participationId,
    );
    const fresh = value(await liveSession(await world.as(at(live.members, 1).personId), sessionId));
    expect(page.view().state.session).toEqual(fresh.session);
  });

  test("the offset to the server's clock is measured", async () => {
    const page = await open(at(live.members, 1));
    const offsetMs = await until(page.subscribe, () => page.view().offsetMs);
    expect(Math.abs(offsetMs - (world.clock.now().getTime() - Date.now()))).toBeLessThan(5_000);
  });

  test("a page of another version is refused, and told so", async () => {
    const socket = liveSocket(world, await world.signIn(at(live.members, 0).personId), 999);
    const refused = new Promise<Error>((heard) => socket.once("connect_error", heard));
    socket.connect();
    expect((await refused).message).toBe("page-too-old");
    socket.disconnect();
  });

  test("joining a stream of nonsense, or of somebody else, is refused", async () => {
    const socket = liveSocket(world, await world.signIn(at(live.members, 0).personId)).connect();
    const other = at(live.members, 1).personId;
    for (const stream of ["session", "group:x", `person:${live.sessionId}:${other}`]) {
      expect(await socket.emitWithAck("join", { stream })).toMatchObject({ refusal: { code: "stream-unknown" } });
    }
    expect(await socket.emitWithAck("join", { stream: `cockpit:${live.sessionId}` })).toMatchObject({
      refusal: { code: "role-not-permitted" },
    });
    expect(await socket.emitWithAck("join", { stream: sessionStream(live.sessionId) })).toMatchObject({ ok: true });
    socket.disconnect();
  });
});
