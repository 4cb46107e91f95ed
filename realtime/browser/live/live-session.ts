import type { LiveCommandName, LiveCommands } from "~/app/domain/deliberation/commands";
import type { LiveState } from "~/app/domain/deliberation/live-state";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { Refusal } from "~/app/domain/kernel/refusal";
import type { Result } from "~/app/domain/kernel/result";
import type { RoomOffer } from "../video/room-offer";
import type { StreamStanding } from "./followed-stream";

/**
 * `crowded`: the person has too many pages open; this one comes back by itself. `signed-out`: nobody is signed in on this device any more.
 * `refused`: no longer of this assembly, or this site's page is too old; reload the page to see why.
 */
export type LiveConnection = "connecting" | "online" | "reconnecting" | "crowded" | "signed-out" | "refused";

/** A command that has not been answered yet, or was refused and not dismissed. */
export interface SentCommand {
  readonly id: string;
  readonly name: LiveCommandName;
  readonly input: LiveCommands[LiveCommandName];
  readonly state: "pending" | "refused";
  readonly refusal?: Refusal;
}

export type SendCommand = <Name extends LiveCommandName>(
  name: Name,
  input: LiveCommands[Name],
) => Promise<Result<unknown>>;

/** What a live screen works with. It changes when facts arrive; `send` and `dismiss` stay the same. */
export interface LiveSession {
  readonly state: LiveState;
  /** How each stream stands that this page follows: what is not `shown` is not in `state` yet, or may not be. */
  readonly standings: ReadonlyMap<string, StreamStanding>;
  readonly presence: ReadonlySet<ParticipationId>;
  readonly connection: LiveConnection;
  /** The server's clock minus this device's, in ms; undefined until measured. */
  readonly offsetMs: number | undefined;
  /** Answers when the server has; while the network is away it waits, and is sent again with the same id. */
  readonly send: SendCommand;
  readonly sent: readonly SentCommand[];
  /** The last way into a video room that was told without being asked for. */
  readonly roomOffer: RoomOffer | null;
  /** Whether a command of this name is under way (for the button that sent it). */
  isPending(name: LiveCommandName): boolean;
  dismiss(id: string): void;
}
