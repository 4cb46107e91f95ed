import { z } from "zod";
import type { Move } from "~/app/domain/assembly/facts";
import type { GroupState, HelpCall, Me, SessionState } from "~/app/domain/deliberation/live-state";
import type { RoomAhead } from "~/app/domain/deliberation/room-ahead";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import type { LiveClosing } from "./close-codes";
import { commandId } from "./ids";

/** A command as the browser sends it. The id is made by the browser: the same id again is answered, not repeated. */
export const commandEnvelope = z.object({
  id: commandId,
  name: z.string().max(40),
  input: z.unknown(),
});
export type CommandEnvelope = z.input<typeof commandEnvelope>;
/** The same once it was read. */
export type ReadCommand = z.output<typeof commandEnvelope>;

export const streamEnvelope = z.object({ stream: z.string().max(80) });

/** What joining a stream answers: its state, and the version of the last fact in it. */
export interface StreamSnapshot {
  readonly stream: string;
  readonly version: number;
  /** Null where pages only hear what happens and read themselves anew. */
  readonly state: SessionState | GroupState | readonly HelpCall[] | null;
  /** With a session: whoever asks, with the rights they have now. */
  readonly me?: Me;
}

export interface FactMessage {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly payload: unknown;
}

/** Everyone present in a session, whole; at most four a second. */
export interface PresenceMessage {
  readonly sessionId: string;
  readonly present: readonly ParticipationId[];
}

export interface ClientEvents {
  command(envelope: CommandEnvelope, answer: (result: Result<unknown>) => void): void;
  /** Follows a stream. Joining again is how a client fetches the snapshot after a gap. */
  join(envelope: { stream: string }, answer: (result: Result<StreamSnapshot>) => void): void;
  leave(envelope: { stream: string }): void;
  /** The server's clock, to measure the offset of this device's. */
  clock(answer: (serverNowMs: number) => void): void;
  /** Somebody here has the floor, or has not any more: while they have, the server sends a beat every second. */
  speaking(isSpeaking: boolean): void;
}

export interface ServerEvents {
  /** What happened in one stream at once: who shows it shows no state between. */
  facts(messages: readonly FactMessage[]): void;
  /** What is under way moved; at most once a second for one stream and thing. */
  moved(move: Move): void;
  presence(message: PresenceMessage): void;
  /** The way into the video room where this page's person has just been moved. */
  room(ahead: RoomAhead): void;
  /** Whether the page is there; it answers at once. */
  beat(answer: () => void): void;
  closing(reason: LiveClosing): void;
}
