import { z } from "zod";
import type { LiveCommandName, LiveCommands } from "~/app/domain/deliberation/commands";
import { type Id, isId } from "~/app/domain/kernel/ids";
import { locales } from "~/app/domain/kernel/locale";

/** An id of ours in a message. */
const id = <Noun extends string>() => z.custom<Id<Noun>>((given) => typeof given === "string" && isId(given));

const inSession = { sessionId: id<"session">() };
const onFloor = { ...inSession, groupId: id<"group">().nullable() };
const person = { participationId: id<"participation">() };

/** The largest assembly the screens are made for; a limit on lists in messages. */
const MOST_PEOPLE = 2000;

/** The command a person may send over `/live`, by name, with the shape of its input. */
export const liveCommands = {
  "start-session": z.object(inSession),
  "close-session": z.object(inSession),
  "step-agenda": z.object({
    ...inSession,
    fromItemId: id<"agenda-item">().nullable(),
    toItemId: id<"agenda-item">(),
  }),
  "extend-item": z.object({ ...onFloor, seenEndsAtMs: z.number().int(), minutes: z.number().int().min(1).max(60) }),
  "split-into-groups": z.object({
    ...inSession,
    present: z.array(id<"participation">()).max(MOST_PEOPLE).nullable(),
    groupSize: z.number().int().min(2).max(50).nullable(),
  }),
  "call-back": z.object({ ...inSession, roundId: id<"breakout-round">() }),
  "place-member": z.object({ ...inSession, ...person, groupId: id<"group">() }),
  "move-member": z.object({ ...inSession, ...person, fromGroupId: id<"group">(), toGroupId: id<"group">() }),
  "assign-facilitator": z.object({
    ...inSession,
    groupId: id<"group">(),
    participationId: id<"participation">().nullable(),
  }),
  "ask-turn": z.object(onFloor),
  "withdraw-turn": z.object({ ...inSession, entryId: id<"queue-entry">() }),
  "give-turn": z.object({ ...onFloor, ...person }),
  "end-turn": z.object({ ...inSession, turnId: id<"turn">() }),
  "keep-idea": z.object({
    ...inSession,
    groupId: id<"group">(),
    text: z.string().max(2000),
    language: z.enum(locales),
    authorIds: z.array(id<"participation">()).max(50),
  }),
  "drop-idea": z.object({ ...inSession, ideaId: id<"idea">() }),
  "call-help": z.object(onFloor),
  "answer-help": z.object({ ...inSession, callId: id<"help-call">() }),
} as const satisfies { readonly [Name in LiveCommandName]: z.ZodType<LiveCommands[Name]> };

export function isLiveCommand(name: string): name is LiveCommandName {
  return Object.hasOwn(liveCommands, name);
}
