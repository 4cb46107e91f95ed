import { afterAll, beforeAll, expect, test } from "vitest";
import type { Move } from "~/app/domain/assembly/facts";
import { assemblyStream, documentStream, teamStream } from "~/app/domain/assembly/streams";
import { newId } from "~/app/domain/kernel/ids";
import { findRecommendation } from "~/db/repositories/recommendation";
import { editFields } from "~/server/commands/draft/edit-fields";
import { startRecommendation } from "~/server/commands/draft/start-recommendation";
import { type BuiltAssembly, buildAssembly, type Somebody } from "~/server/testing/build-assembly";
import { at, value } from "~/server/testing/build-live";
import type { FactMessage } from "../../protocol/live-messages";
import { connectedPage, type LiveWorld, liveWorld } from "../../testing/live-world";

let world: LiveWorld;
let built: BuiltAssembly;
beforeAll(async () => {
  world = await liveWorld("audiences");
  built = await buildAssembly(world, { members: 2, facilitators: 1, phase: "drafting" });
});
afterAll(() => world.dispose());

type Socket = Awaited<ReturnType<typeof connectedPage>>;

const page = ({ personId }: Pick<Somebody, "personId">): Promise<Socket> => connectedPage(world, personId);

const join = (socket: Socket, stream: string) => socket.emitWithAck("join", { stream });

/** The next fact that a page hears. */
const nextFact = (socket: Socket): Promise<FactMessage> =>
  new Promise((heard) => void socket.once("facts", ([first]: readonly [FactMessage]) => heard(first)));
const nextMove = (socket: Socket): Promise<Move> => new Promise((heard) => void socket.once("moved", heard));

test("everybody in an assembly hears what happens in it, strangers do not", async () => {
  const member = await page(at(built.members, 0));
  const stranger = await page(await world.organiser("Ailleurs"));
  const stream = assemblyStream(built.assemblyId);
  expect(await join(member, stream)).toMatchObject({ ok: true, value: { stream, version: 0, state: null } });
  expect(await join(stranger, stream)).toMatchObject({ ok: false, refusal: { code: "assembly-unknown" } });
  const heard = nextFact(member);
  await begun();
  expect(await heard).toMatchObject({ stream, version: 1, type: "recommendation-started" });
  expect(await join(member, stream)).toMatchObject({ ok: true, value: { version: 1 } });
  for (const socket of [member, stranger]) socket.disconnect();
});

test("who may read the journal hears the team's facts and what is under way, members do not", async () => {
  const [organiser, guarantor] = [await page(built.organiser), await page(await built.join("guarantor"))];
  const member = await page(at(built.members, 0));
  const stream = teamStream(built.assemblyId);
  expect(await join(member, stream)).toMatchObject({ ok: false, refusal: { code: "role-not-permitted" } });
  for (const socket of [organiser, guarantor]) expect(await join(socket, stream)).toMatchObject({ ok: true });
  const moved = [nextMove(organiser), nextMove(guarantor)];
  const voices: Move = { stream, what: "voices" };
  world.online(built.organiser).app.announcer.moved([voices]);
  expect(await Promise.all(moved)).toEqual([voices, voices]);
  for (const socket of [organiser, guarantor, member]) socket.disconnect();
});

test("who may read a text hears of its fields", async () => {
  const author = at(built.members, 0);
  const { recommendationId, documentId } = await begun();
  const [reader, expert] = [await page(at(built.members, 1)), await page(await built.join("expert"))];
  const stranger = await page(await world.organiser("Ailleurs"));
  const stream = documentStream(documentId);
  for (const socket of [reader, expert]) expect(await join(socket, stream)).toMatchObject({ ok: true });
  expect(await join(stranger, stream)).toMatchObject({ ok: false, refusal: { code: "assembly-unknown" } });
  const heard = nextFact(reader);
  const edits = { title: { from: "Le fleuve", to: "Le fleuve propre" } };
  const order = { assemblyId: built.assemblyId, recommendationId, edits };
  value(await editFields(world.online(author), world.commandId(), order));
  expect(await heard).toMatchObject({ stream, type: "fields-edited", payload: { version: 2 } });
  for (const socket of [reader, expert, stranger]) socket.disconnect();
});

test("a stream that names nothing of ours is joined by nobody", async () => {
  const organiser = await page(built.organiser);
  for (const stream of [
    `assembly:${newId(world.random)}`,
    `team:${newId(world.random)}`,
    `document:${newId(world.random)}`,
  ]) {
    expect(await join(organiser, stream)).toMatchObject({ ok: false });
  }
  expect(await join(organiser, "assembly:x")).toMatchObject({ refusal: { code: "stream-unknown" } });
  organiser.disconnect();
});

async function begun() {
  const author = world.online(at(built.members, 0));
  const begin = {
    assemblyId: built.assemblyId,
    groupId: null,
    ideaIds: [],
    title: "Le fleuve",
    language: "fr",
  } as const;
  const { recommendationId } = value(await startRecommendation(author, world.commandId(), begin));
  const row = await findRecommendation(world.app.stores.main, recommendationId);
  if (!row) throw new Error("no recommendation");
  return { recommendationId, documentId: row.documentId };
}
