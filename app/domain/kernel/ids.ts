import type { Random } from "./random";

declare const idOf: unique symbol;

/** A random 128-bit identifier as 22 characters of base64url; the noun keeps ids of different things apart. */
export type Id<Noun extends string> = string & { readonly [idOf]: Noun };

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

/** Whether a text has the shape of one of our ids; parse with it at the edge. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text);
}
