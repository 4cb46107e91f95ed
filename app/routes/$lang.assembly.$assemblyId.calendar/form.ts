import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { phaseKinds } from "~/app/domain/assembly/phase";
import { agendaModes, places } from "~/app/domain/assembly/session-plan";
import { commandId, idOf } from "~/realtime/protocol/ids";

const version = z.coerce.number("form-invalid").int("form-invalid");
const whole = z.coerce.number("number-invalid").int("number-invalid");
const phaseId = idOf<"phase">();
const sessionId = idOf<"session">();
const itemId = idOf<"agenda-item">();
const line = z.string().trim().max(200).default("");
const paragraph = z.string().trim().max(2000).default("");
const moment = z.string().trim().min(1);

const ofPhases = { commandId, version };
/** Ticked: planned sessions move with their phase. */
const moveSessions = z.literal("on").optional();
const ofSession = { commandId, version, sessionId };
const sessionFields = {
  "title.fr": line,
  "title.en": line,
  startsAt: moment,
  endsAt: moment,
  place: z.enum(places),
  address: z.string().trim().max(300).default(""),
};
const itemFields = {
  "title.fr": line,
  "title.en": line,
  "prompt.fr": paragraph,
  "prompt.en": paragraph,
  mode: z.enum(agendaModes),
  minutes: whole,
};

/** Everything the calendar page may be asked; `from.<phase>` and `to.<phase>` are the dates of the phases. */
export const calendarForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("phase-dates"), commandId, seen, moveSessions }).catchall(z.string()),
  z.object({
    intent: z.literal("phase-add"),
    ...ofPhases,
    kind: z.enum(phaseKinds),
    after: phaseId,
    days: whole,
    moveSessions,
  }),
  z.object({ intent: z.literal("phase-remove"), ...ofPhases, phaseId }),
  z.object({ intent: z.literal("phase-up"), ...ofPhases, phaseId }),
  z.object({ intent: z.literal("session-add"), commandId, ...sessionFields }),
  z.object({ intent: z.literal("session-edit"), commandId, seen, sessionId, ...sessionFields }),
  z.object({ intent: z.literal("session-remove"), ...ofSession }),
  z.object({ intent: z.literal("item-add"), ...ofSession, ...itemFields }),
  z.object({ intent: z.literal("item-change"), commandId, seen, sessionId, itemId, ...itemFields }),
  z.object({ intent: z.literal("item-up"), ...ofSession, itemId }),
  z.object({ intent: z.literal("item-down"), ...ofSession, itemId }),
  z.object({ intent: z.literal("item-remove"), ...ofSession, itemId }),
]);

export type CalendarOrder = z.output<typeof calendarForm>;
