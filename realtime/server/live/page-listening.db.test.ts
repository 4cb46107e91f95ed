import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Moving } from "~/app/domain/assembly/facts";
import { assemblyStream, teamStream } from "~/app/domain/assembly/streams";
import { startRecommendation } from "~/server/commands/draft/start-recommendation";
import { removeFromTeam } from "~/server/commands/team/remove-from-team";
import { type BuiltAssembly, buildAssembly, type Somebody } from "~/server/testing/build-assembly";
import { at, value } from "~/server/testing/build-live";
import { type Follower, PageListener } from "../../browser/listening/page-listener";
import { type LiveWorld, liveSocket, liveWorld, until } from "../../testing/live-world";

let world: LiveWorld;
let built: BuiltAssembly;
const listeners: PageListener[] = [];
beforeAll(async () => {
  world = await liveWorld("page-listening");
  built = await buildAssembly(world, { members: 2, facilitators: 1, phase: "drafting" });
});
afterEach(() => {
  for (const one of listeners.splice(0)) one.stop();
});
afterAll(() => world.dispose());

/** What a page of somebody hears, in its order. */
class Ears implements Follower {
  readonly heardAll: string[] = [];
  readonly #listening = new Set<() => void>();
  readonly subscribe = (listener: () => void) => {
    this.#listening.add(listener);
    return () => this.#listening.delete(listener);
  };
  joined = (_: string, version: number): void => this.#hear(`joined ${version}`);
  heard = (_: string, { type, version }: { readonly type: string; readonly version: number }): void =>
    this.#hear(`${type} ${version}`);
  moved = (_: string, what: Moving): void => this.#hear(`moved ${what}`);
  #hear(word: string): void {
    this.heardAll.push(word);
    for (const listener of this.#listening) listener();
  }
  last(word: string): Promise<unknown> {
    return until(this.subscribe, () => this.heardAll.at(-1) === word);
  }
}

async function listening(somebody: Pick<Somebody, "personId">): Promise<PageListener> {
  const listener = new PageListener();
  listeners.push(listener);
  listener.start(liveSocket(world, await world.signIn(somebody.personId)));
  await until(listener.subscribe, () => listener.state() === "online");
  return listener;
}

async function begin(): Promise<void> {
  const order = { assemblyId: built.assemblyId, groupId: null, ideaIds: [], title: "", language: "fr" } as const;
  value(await startRecommendation(world.online(at(built.members, 0)), world.commandId(), order));
}

test("a page hears the facts of the streams it follows, over one connection, until it leaves them", async () => {
  const listener = await listening(at(built.members, 1));
  const [one, two] = [new Ears(), new Ears()];
  const leave = listener.follow(assemblyStream(built.assemblyId), one);
  await one.last("joined 0");
  listener.follow(assemblyStream(built.assemblyId), two);
  await begin();
  await Promise.all([one, two].map((ears) => ears.last("recommendation-started 1")));
  leave();
  await begin();
  await two.last("recommendation-started 2");
  expect(one.heardAll).toEqual(["joined 0", "recommendation-started 1"]);
});

test("after a restart of the server a page is told how far the stream is, whatever happened meanwhile", async () => {
  const listener = await listening(at(built.members, 1));
  const ears = new Ears();
  listener.follow(assemblyStream(built.assemblyId), ears);
  await ears.last("joined 2");
  await world.restart();
  await until(ears.subscribe, () => ears.heardAll.length === 2);
  expect(ears.heardAll).toEqual(["joined 2", "joined 2"]);
});

test("whose own rights change hears it, on every page, and no longer hears the team", async () => {
  const leaving = await built.join("organiser", "Une organisatrice");
  const listener = await listening(leaving);
  const ears = new Ears();
  listener.follow(teamStream(built.assemblyId), ears);
  await ears.last("joined 0");
  const told = new Promise<void>((heard) => listener.onRightsChanged(heard));
  const order = { assemblyId: built.assemblyId, participationId: leaving.participationId };
  value(await removeFromTeam(world.online(built.organiser), world.commandId(), order));
  await told;
  world.online(built.organiser).app.announcer.moved([{ stream: teamStream(built.assemblyId), what: "voices" }]);
  const everybody = new Ears();
  const other = await listening(built.organiser);
  other.follow(teamStream(built.assemblyId), everybody);
  await everybody.last("joined 0");
  expect(ears.heardAll).toEqual(["joined 0"]);
});
