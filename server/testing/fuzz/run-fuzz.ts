import fc from "fast-check";
import { commandNames, LiveWire, messageOf } from "./commands";
import { differences, readEverything } from "./everything";
import { type FuzzWorld, fuzzWorld } from "./fuzz-world";
import { faultsOf, faultsOfRefusal, writtenAgainstRights, writtenByReading } from "./laws";
import { type Sender, senders } from "./people";
import { type AppRoute, addressesOf, remixBuild } from "./remix-build";
import { type Making, plainReading, readingOf, sendingOf, shownKey } from "./requests";
import { type Sending, send } from "./send";
import { queryNamesIn, queryNamesRead, type ShownForm, shownForms } from "./shown-forms";

export interface Fuzzed {
  /** How many requests and commands were sent. */
  readonly sent: number;
  /** Routes and commands that were asked, by how often. */
  readonly asked: ReadonlyMap<string, number>;
  readonly faults: readonly string[];
  /** How requests that change something were answered: by status, commands by their refusal. */
  readonly answers: ReadonlyMap<string, number>;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly requests: number;
}

/** After so many requests everything that is stored is read again. */
const SLICE = 12;
/** Of a hundred requests that change something, so many go over the live connection. */
const LIVE_SHARE = 0.3;

/** Sends so many requests to a server of its own and answers what broke a law. The same seed sends the same requests. */
export async function fuzz({ seed, requests }: FuzzOptions): Promise<Fuzzed> {
  const build = await remixBuild();
  const world = await fuzzWorld(build);
  const run = new FuzzRun(world, addressesOf(build), seed);
  try {
    await run.readPages();
    const left = Math.max(0, requests - run.sent);
    const reads = Math.round(left / 4);
    await run.readStrangely(reads);
    await run.change(left - reads);
    return { sent: run.sent, asked: run.asked, faults: run.faults, answers: run.answers };
  } finally {
    await world.close();
  }
}

class FuzzRun {
  sent = 0;
  readonly asked = new Map<string, number>();
  readonly faults: string[] = [];
  readonly answers = new Map<string, number>();
  readonly #shown = new Map<string, ShownForm[]>();
  readonly #queryNames = new Set<string>(queryNamesRead());
  #draws = 0;

  constructor(
    private readonly world: FuzzWorld,
    private readonly routes: readonly AppRoute[],
    private readonly seed: number,
  ) {}

  get #making(): Making {
    return { world: this.world, shown: this.#shown, queryNames: [...this.#queryNames] };
  }

  #draw<T>(arbitrary: fc.Arbitrary<T>): T {
    const [drawn] = fc.sample(arbitrary, { seed: mixed(this.seed, this.#draws++), numRuns: 1 });
    return drawn as T;
  }

  /** Every page as it is meant to be read, by whoever sees most of it and by a member; their forms are kept. */
  async readPages(): Promise<void> {
    const readers = senders.filter(({ role }) => role === "organiser" || role === "member");
    for (const sender of readers.filter(({ name }) => name !== "member elsewhere")) {
      const ofAssembly = this.routes.filter(
        ({ pattern }) => sender.name === "organiser" || pattern.includes(":assemblyId"),
      );
      await this.#watched(
        ofAssembly,
        (found) => writtenByReading(found),
        async (route) => {
          await this.#request(sender, route, this.#draw(plainReading(this.#making, { sender, route })));
        },
      );
    }
  }

  /** Every route in turn, by everybody, with odd parts, queries and headers. */
  async readStrangely(count: number): Promise<void> {
    const asked = Array.from({ length: count }, (_, at) => at);
    await this.#watched(asked, writtenByReading, async (at) => {
      const route = this.routes[at % this.routes.length] as AppRoute;
      const sender = senders[(at + Math.floor(at / this.routes.length)) % senders.length] as Sender;
      await this.#request(sender, route, this.#draw(readingOf(this.#making, { sender, route })));
    });
  }

  /** Forms and commands: every route that acts and every command in turn; those who may least go first. */
  async change(count: number): Promise<void> {
    const acting = this.routes.filter(({ hasAction }) => hasAction);
    const live = Math.round(count * LIVE_SHARE);
    const forms = shared(count - live, senders.length);
    const connected = senders.filter((sender) => this.world.cookieOf(sender) !== undefined);
    const commands = shared(live, connected.length);
    let [form, command] = [0, 0];
    for (const [at, sender] of senders.entries()) {
      const against = (found: Parameters<typeof writtenAgainstRights>[0]) =>
        writtenAgainstRights(found, sender, this.world.ownership);
      const turns = Array.from({ length: forms[at] ?? 0 }, () => acting[form++ % acting.length] as AppRoute);
      await this.#watched(turns, against, async (route) => {
        await this.#request(sender, route, this.#draw(sendingOf(this.#making, { sender, route })));
      });
      const names = Array.from({ length: commands[connected.indexOf(sender)] ?? 0 }, () => command++);
      await this.#watched(names, against, (nth) => this.#command(sender, nth));
    }
  }

  /** Does each in turn; after every few, what was written in between is held against the law, and the server must be there. */
  async #watched<T>(
    turns: readonly T[],
    law: (found: ReturnType<typeof differences>) => string[],
    once: (turn: T) => Promise<void>,
  ): Promise<void> {
    for (let from = 0; from < turns.length; from += SLICE) {
      const before = await readEverything(this.world.app.stores);
      const sentBefore = this.sent;
      for (const turn of turns.slice(from, from + SLICE)) await once(turn);
      const broken = law(differences(before, await readEverything(this.world.app.stores)));
      this.faults.push(...broken.map((fault) => `requests ${sentBefore + 1}–${this.sent}: ${fault}`));
    }
    const alive = await send(this.world.port, { method: "GET", path: "/readyz", headers: {}, body: null });
    if (alive?.status !== 200) this.faults.push(`after request ${this.sent} the server is not ready`);
  }

  async #request(sender: Sender, route: AppRoute, sending: Sending): Promise<void> {
    this.sent += 1;
    count(this.asked, route.id);
    const told = (fault: string): void => {
      this.faults.push(`request ${this.sent}, ${sender.name}, ${inWords(sending)}: ${fault}`);
    };
    try {
      await this.world.keepSignedIn(sender);
      const answer = await send(this.world.port, sending);
      if (!answer) return;
      for (const fault of faultsOf(answer, sending, sender)) told(`${fault} (${answer.requestId})`);
      if (sending.method === "POST") count(this.answers, String(answer.status));
      if (sending.method === "GET" && answer.status === 200)
        this.#keepForms(sender, route, { sending, html: answer.body });
    } catch (error) {
      told(error instanceof Error ? error.message : String(error));
    }
  }

  #keepForms(sender: Sender, route: AppRoute, { sending, html }: { sending: Sending; html: string }): void {
    for (const name of queryNamesIn(html)) this.#queryNames.add(name);
    const key = shownKey(route, sender.home ?? "first", sender);
    this.#shown.set(key, [...(this.#shown.get(key) ?? []), ...shownForms(html, sending.path)].slice(0, 200));
  }

  async #command(sender: Sender, nth: number): Promise<void> {
    this.sent += 1;
    const name = commandNames[nth % commandNames.length] as (typeof commandNames)[number];
    count(this.asked, name);
    const message = this.#draw(messageOf(this.world, sender, name));
    await this.world.keepSignedIn(sender);
    const wire = new LiveWire(this.world, sender);
    try {
      const answered = await wire.send(message);
      const faults = faultsOfRefusal(answered);
      count(this.answers, answered);
      this.faults.push(
        ...faults.map(
          (fault) => `command ${this.sent}, ${sender.name}, ${JSON.stringify(message).slice(0, 400)}: ${fault}`,
        ),
      );
    } catch (error) {
      this.faults.push(
        `command ${this.sent}, ${sender.name}, ${JSON.stringify(message).slice(0, 400)}: ${String(error)}`,
      );
    } finally {
      wire.close();
    }
  }
}

function count(counts: Map<string, number>, what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

/** Neighbours of a seed begin alike; mixed, they have nothing in common (the last steps of MurmurHash3). */
function mixed(seed: number, nth: number): number {
  let hash = Math.imul(seed, 0x9e3779b1) ^ nth;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** A number divided into so many parts that differ by one at most. */
const shared = (count: number, parts: number): number[] =>
  Array.from({ length: parts }, (_, at) => Math.floor(((at + 1) * count) / parts) - Math.floor((at * count) / parts));

/** The request as somebody could send it again, without the cookie that signs in. */
function inWords({ method, path, headers: { cookie: _, origin: __, ...headers }, body, cut }: Sending): string {
  const sent = body ? ` ${JSON.stringify(body.toString("latin1").slice(0, 600))}` : "";
  return `${method} ${JSON.stringify(path.slice(0, 200))} ${JSON.stringify(headers).slice(0, 300)}${sent}${cut ? " (cut)" : ""}`;
}
