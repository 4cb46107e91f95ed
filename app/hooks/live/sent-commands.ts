import type { CommandEnvelope } from "~/realtime/protocol/live-messages";
import type { LiveCommandName, LiveCommands } from "../../domain/deliberation/commands";
import { newId } from "../../domain/kernel/ids";
import type { Result } from "../../domain/kernel/result";
import type { SentCommand } from "./live-session";

/** Hands a command to the server; rejects when no answer came (it is sent again, under the same id, when the network is back). */
export type Deliver = (envelope: CommandEnvelope) => Promise<Result<unknown>>;

/** Between two tries of a command that was not answered; a new connection tries at once. */
const RETRY_MS = 2_000;

interface Waiting {
  readonly envelope: CommandEnvelope;
  settle(result: Result<unknown>): void;
}

const chance = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

/** The commands of a page that are not answered yet, and those refused that nobody has dismissed (rule L8). */
export class SentCommands {
  readonly #waiting = new Map<string, Waiting>();
  readonly #underWay = new Set<string>();
  #list: readonly SentCommand[] = [];

  constructor(
    private readonly deliver: Deliver,
    private readonly changed: () => void,
  ) {}

  get list(): readonly SentCommand[] {
    return this.#list;
  }

  send<Name extends LiveCommandName>(name: Name, input: LiveCommands[Name]): Promise<Result<unknown>> {
    const id = newId<"command">(chance);
    const others = this.#list.filter((sent) => sent.state === "pending" || sent.name !== name);
    this.#keep([...others, { id, name, input, state: "pending" }]);
    return new Promise((settle) => {
      this.#waiting.set(id, { envelope: { id, name, input }, settle });
      this.#try(id);
    });
  }

  /** A connection is there: everything unanswered goes out again. */
  sendAgain(): void {
    for (const id of this.#waiting.keys()) this.#try(id);
  }

  /** The page goes: nothing is tried any more. */
  stop(): void {
    this.#waiting.clear();
  }

  dismiss(id: string): void {
    this.#keep(this.#list.filter((sent) => sent.id !== id || sent.state === "pending"));
  }

  #try(id: string): void {
    const waiting = this.#waiting.get(id);
    if (!waiting || this.#underWay.has(id)) return;
    this.#underWay.add(id);
    this.deliver(waiting.envelope).then(
      (result) => {
        this.#underWay.delete(id);
        this.#settle(id, result);
      },
      () => {
        this.#underWay.delete(id);
        setTimeout(() => this.#try(id), RETRY_MS);
      },
    );
  }

  #settle(id: string, result: Result<unknown>): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    const rest = this.#list.filter((sent) => sent.id !== id);
    const sent = this.#list.find((one) => one.id === id);
    this.#keep(sent && !result.ok ? [...rest, { ...sent, state: "refused", refusal: result.refusal }] : rest);
    waiting?.settle(result);
  }

  #keep(list: readonly SentCommand[]): void {
    this.#list = list;
    this.changed();
  }
}
