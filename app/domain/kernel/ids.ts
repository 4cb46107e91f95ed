import type { Random } from "./random";

declare const nounOf: unique symbol;

/** A random 128-bit identifier as 22 characters of base64url; the noun keeps ids of different things apart. */
export type Id<Noun extends string> = string & { readonly [nounOf]: Noun };

export type OrganisationId = Id<"organisation">;
export type PersonId = Id<"person">;
export type AssemblyId = Id<"assembly">;
export type PhaseId = Id<"phase">;
export type ParticipationId = Id<"participation">;
export type CandidateId = Id<"candidate">;
export type DrawId = Id<"draw">;
export type SessionId = Id<"session">;
export type AgendaItemId = Id<"agenda-item">;
export type RoundId = Id<"breakout-round">;
export type GroupId = Id<"group">;
export type IdeaId = Id<"idea">;
export type RecommendationId = Id<"recommendation">;
export type DocumentId = Id<"document">;
export type VoteId = Id<"vote">;
export type MaterialId = Id<"material">;
export type TaskId = Id<"learning-task">;
export type QuestionId = Id<"question">;
export type DeviceId = Id<"device">;
export type CommandId = Id<"command">;

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** 16 random bytes as base64url without padding. */
export function newId<Noun extends string>(random: Random): Id<Noun> {
  return base64url(random.bytes(16)) as Id<Noun>;
}

/** Bytes as base64url without padding (RFC 4648 §5). */
export function base64url(bytes: Uint8Array): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += alphabet[(held >> bits) & 63];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (6 - bits)) & 63] : text;
}

const ID = /^[A-Za-z0-9_-]{22}$/;

/** An id by itself, or the key of a page with the form's mark and a count behind it (`command-id.ts`). */
const COMMAND_ID = /^[A-Za-z0-9_-]{22,80}$/;

/** A text as an id of ours; null where it has not the shape of one. The one way from text to id: whether there is such a thing is asked later. */
export function readId<Noun extends string>(text: unknown): Id<Noun> | null {
  return typeof text === "string" && ID.test(text) ? (text as Id<Noun>) : null;
}

/** The id in a text that we wrote ourselves: a draw's list, a name in a video room. Throws on anything else. */
export function knownId<Noun extends string>(text: string | undefined): Id<Noun> {
  const id = readId<Noun>(text);
  if (id === null) throw new Error("not an id of ours");
  return id;
}

/** A text as the id of a command, made by a page or by us; null where it has not the shape of one. */
export function readCommandId(text: unknown): CommandId | null {
  return typeof text === "string" && COMMAND_ID.test(text) ? (text as CommandId) : null;
}
