import fc from "fast-check";
import { io, type Socket } from "socket.io-client";
import { liveCommands } from "~/realtime/protocol/commands";
import { livePath, protocolVersion } from "~/realtime/protocol/live-path";
import { commandId, fromSchema } from "./from-schema";
import type { FuzzWorld } from "./fuzz-world";
import { hostileJson, hostileName, hostileText } from "./hostile";
import { candidatesIn } from "./known-values";
import { homes } from "./ownership";
import type { Sender } from "./people";

/** One message to the live connection: the event, and what goes with it. */
export interface LiveMessage {
  readonly event: string;
  readonly body: unknown;
  readonly wantsAnswer: boolean;
}

export const commandNames = Object.keys(liveCommands) as readonly (keyof typeof liveCommands)[];

/** A command as its schema wants it, a little wrong, or hostile; now and then another event altogether. */
export function messageOf(
  world: FuzzWorld,
  sender: Sender,
  name: keyof typeof liveCommands,
): fc.Arbitrary<LiveMessage> {
  const own = sender.home ?? "first";
  const valid = fc
    .constantFrom(own, own, own, ...homes)
    .chain((home) => fromSchema(liveCommands[name], candidatesIn(world, home)));
  const spoilt = fc
    .tuple(valid, fc.constantFrom(...Object.keys(liveCommands[name].shape)), hostileJson)
    .map(([input, field, value]) => ({ ...(input as object), [field]: value }));
  const renamed = fc
    .tuple(valid, hostileName, hostileJson)
    .map(([input, field, value]) => ({ ...(input as object), [field]: value }));
  const input = fc.oneof({ weight: 9, arbitrary: valid }, { weight: 4, arbitrary: spoilt }, renamed, hostileJson);
  const asked = fc.record({ id: commandId, name: fc.constant(name), input });
  const strange = fc.oneof(
    fc.record({ id: hostileJson, name: fc.constant(name), input: valid }),
    fc.record({ id: commandId, name: fc.oneof(hostileText, hostileName, hostileJson), input: valid }),
    hostileJson,
  );
  const another = fc.record({
    event: fc.constantFrom("join", "leave", "clock", "command", "nothing-of-ours", "toString"),
    body: fc.oneof(hostileJson, fc.record({ stream: fc.oneof(hostileText, streamIn(world)) })),
    wantsAnswer: fc.constant(false),
  });
  const command = (body: fc.Arbitrary<unknown>): fc.Arbitrary<LiveMessage> =>
    body.map((one) => ({ event: "command", body: one, wantsAnswer: true }));
  return fc.oneof({ weight: 10, arbitrary: command(asked) }, command(strange), another);
}

const streamIn = ({ ownership }: FuzzWorld): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...homes.flatMap((home) => ownership.idsOf("session", home).flatMap((id) => [`session:${id}`, `cockpit:${id}`])),
    ...homes.flatMap((home) => ownership.idsOf("round_group", home).map((id) => `group:${id}`)),
  );

/** The live connection of one sender, opened anew whenever the server has closed it. */
export class LiveWire {
  #socket: Socket | null = null;

  constructor(
    private readonly world: FuzzWorld,
    private readonly sender: Sender,
  ) {}

  /** The code of the refusal, "accepted", or "closed" when the connection went before the answer. */
  async send({ event, body, wantsAnswer }: LiveMessage): Promise<string> {
    const socket = await this.#open();
    if (!wantsAnswer) {
      socket.emit(event, body);
      return "sent";
    }
    const closed = new Promise<string>((resolve) => socket.once("disconnect", () => resolve("closed")));
    const answered = socket
      .timeout(20_000)
      .emitWithAck(event, body)
      .then((answer: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
        answer.ok ? "accepted" : (answer.refusal?.code ?? "refused without a code"),
      );
    // Whichever comes second is nobody's any more.
    answered.catch(() => {});
    return Promise.race([answered, closed]);
  }

  close(): void {
    this.#socket?.disconnect();
    this.#socket = null;
  }

  async #open(): Promise<Socket> {
    if (this.#socket?.connected) return this.#socket;
    const url = `http://127.0.0.1:${this.world.port}`;
    const socket = io(url, {
      path: livePath,
      transports: ["websocket"],
      auth: { version: protocolVersion },
      extraHeaders: { cookie: this.world.cookieOf(this.sender) ?? "", origin: url },
      reconnection: false,
      forceNew: true,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once("connect", resolve);
      socket.once("connect_error", reject);
    });
    this.#socket = socket;
    return socket;
  }
}
