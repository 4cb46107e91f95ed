import type { LiveCommandName, LiveCommands } from "~/app/domain/deliberation/commands";
import { newPageKey } from "~/app/domain/kernel/command-id";
import { newId } from "~/app/domain/kernel/ids";
import type { Refusal } from "~/app/domain/kernel/refusal";
import type { Result } from "~/app/domain/kernel/result";
import type { CommandEnvelope } from "../../protocol/live-messages";
import { Ask, type Pauses } from "./ask";
import type { SentCommand } from "./live-session";

/** Hands a command to the server; rejects when no answer came. */
export type Deliver = (envelope: CommandEnvelope) => Promise<Result<unknown>>;

interface CommandPorts {
  readonly deliver: Deliver;
  changed(): void;
}

const chance = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

/**
 * The commands of a page that are not answered yet, and those refused that nobody has dismissed. What was not answered, or could not be
 * done just now, is sent again under the same id (rule L8).
 */
export class SentCommands {
  readonly #pageKey: string;
  readonly #asks = new Map<
    string,
    { readonly ask: Ask<unknown>; readonly settle: (result: Result<unknown>) => void }
  >();
  /** Why nothing is sent any more; null while something is. */
  #over: Refusal | null = null;
  #connected = false;
  #list: readonly SentCommand[] = [];

  constructor(
    private readonly ports: CommandPorts,
    private readonly pauses: Pauses,
    /** When the server read what the page began with, by its own clock. */
    readAtMs: number,
  ) {
    this.#pageKey = newPageKey(chance, readAtMs);
  }

  get list(): readonly SentCommand[] {
    return this.#list;
  }

  send<Name extends LiveCommandName>(name: Name, input: LiveCommands[Name]): Promise<Result<unknown>> {
    const id = `${this.#pageKey}-${newId<"command">(chance)}`;
    const others = this.#list.filter((sent) => sent.state === "pending" || sent.name !== name);
    this.#keep([...others, { id, name, input, state: "pending" }]);
    return new Promise((answer) => {
      const settle = (result: Result<unknown>): void => {
        this.#settle(id, result);
        answer(result);
      };
      const put = () => this.ports.deliver({ id, name, input });
      const ask = new Ask<unknown>({ put, settled: settle }, this.pauses);
      this.#asks.set(id, { ask, settle });
      if (this.#over) settle({ ok: false, refusal: this.#over });
      else if (this.#connected) ask.ask();
    });
  }

  /** No connection will come any more: whoever waits for an answer is told why there is none. */
  end(why: Refusal): void {
    this.disconnected();
    this.#over = why;
    for (const { settle } of [...this.#asks.values()]) settle({ ok: false, refusal: why });
  }

  /** A connection is there: everything unanswered goes out again. */
  connected(): void {
    this.#connected = true;
    for (const { ask } of this.#asks.values()) ask.ask();
  }

  disconnected(): void {
    this.#connected = false;
    for (const { ask } of this.#asks.values()) ask.interrupt();
  }

  dismiss(id: string): void {
    this.#keep(this.#list.filter((sent) => sent.id !== id || sent.state === "pending"));
  }

  #settle(id: string, result: Result<unknown>): void {
    this.#asks.delete(id);
    const rest = this.#list.filter((sent) => sent.id !== id);
    const sent = this.#list.find((one) => one.id === id);
    this.#keep(sent && !result.ok ? [...rest, { ...sent, state: "refused", refusal: result.refusal }] : rest);
  }

  #keep(list: readonly SentCommand[]): void {
    this.#list = list;
    this.ports.changed();
  }
}
