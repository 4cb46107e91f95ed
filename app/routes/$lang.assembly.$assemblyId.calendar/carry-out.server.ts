import type { ItineraryEdit } from "~/app/domain/assembly/edit-itinerary";
import type { AssemblyFrame } from "~/app/domain/assembly/frame";
import { type AssemblyId, readId } from "~/app/domain/kernel/ids";
import { fromLocalDateTime } from "~/app/domain/kernel/local-date-time";
import { readLocalised } from "~/app/domain/kernel/read-localised";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { editAgenda } from "~/server/commands/prepare/edit-agenda";
import { editItinerary } from "~/server/commands/prepare/edit-itinerary";
import { editSession } from "~/server/commands/prepare/edit-session";
import { removeSession } from "~/server/commands/prepare/remove-session";
import type { Caller } from "~/server/context";
import type { CalendarOrder } from "./form";

type Frame = Pick<AssemblyFrame<unknown>, "id" | "languages" | "timeZone">;
type Of<Intent extends CalendarOrder["intent"]> = Extract<CalendarOrder, { intent: Intent }>;

/** Hands what the calendar page was asked to its command. */
export function carryOutOrder(caller: Caller, frame: Frame, order: CalendarOrder): Promise<Result<unknown>> {
  switch (order.intent) {
    case "phase-dates":
    case "phase-add":
    case "phase-remove":
    case "phase-up":
      return editItinerary(caller, order.commandId, {
        assemblyId: frame.id,
        ...shownOf(order),
        edit: itineraryEdit(order),
        moveSessions: "moveSessions" in order && order.moveSessions === "on",
      });
    case "session-add":
    case "session-edit":
      return save(caller, frame, order);
    case "session-remove":
      return removeSession(caller, order.commandId, {
        assemblyId: frame.id,
        sessionId: order.sessionId,
        version: order.version,
      });
    default:
      return agenda(caller, frame, order);
  }
}

/** What the order was given over: texts by their mark, the order of things by a version. */
function shownOf(order: { readonly version: number } | { readonly seen: string }) {
  return "version" in order ? { version: order.version } : { seen: order.seen };
}

function itineraryEdit(order: Of<"phase-dates" | "phase-add" | "phase-remove" | "phase-up">) {
  if (order.intent === "phase-add") {
    return { kind: "add", phase: order.kind, after: order.after, days: order.days } as const;
  }
  if (order.intent === "phase-remove") return { kind: "remove", id: order.phaseId } as const;
  if (order.intent === "phase-up") return { kind: "move-up", id: order.phaseId } as const;
  return { kind: "dates", dates: datesOf(order) } as const;
}

function datesOf(order: Readonly<Record<string, unknown>>): Extract<ItineraryEdit, { kind: "dates" }>["dates"] {
  const text = (name: string): string => (typeof order[name] === "string" ? order[name] : "");
  return Object.keys(order)
    .filter((name) => name.startsWith("from."))
    .map((name) => readId<"phase">(name.slice("from.".length)))
    .filter((id) => id !== null)
    .map((id) => ({ id, from: text(`from.${id}`), to: text(`to.${id}`) }));
}

async function save(
  caller: Caller,
  { id, languages, timeZone }: Frame,
  order: Of<"session-add" | "session-edit">,
): Promise<Result<unknown>> {
  const startsAt = fromLocalDateTime(order.startsAt, timeZone);
  const endsAt = fromLocalDateTime(order.endsAt, timeZone);
  if (startsAt === undefined) return refuse("date-invalid", {}, "startsAt");
  if (endsAt === undefined) return refuse("date-invalid", {}, "endsAt");
  const title = readLocalised(order, "title", languages);
  if (Object.keys(title).length === 0) return refuse("field-required", {}, `title.${languages[0] ?? "fr"}`);
  return editSession(caller, order.commandId, {
    assemblyId: id,
    session: order.intent === "session-edit" ? { id: order.sessionId, seen: order.seen } : null,
    title,
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    place: order.place,
    address: order.address,
  });
}

async function agenda(
  caller: Caller,
  { id: assemblyId, languages }: { readonly id: AssemblyId; readonly languages: Frame["languages"] },
  order: Of<"item-add" | "item-change" | "item-up" | "item-down" | "item-remove">,
): Promise<Result<unknown>> {
  const { commandId, sessionId } = order;
  const ask = (edit: Parameters<typeof editAgenda>[2]["edit"]) =>
    editAgenda(caller, commandId, { assemblyId, sessionId, ...shownOf(order), edit });
  if (order.intent === "item-up") return ask({ kind: "move", id: order.itemId, by: -1 });
  if (order.intent === "item-down") return ask({ kind: "move", id: order.itemId, by: 1 });
  if (order.intent === "item-remove") return ask({ kind: "remove", id: order.itemId });
  const title = readLocalised(order, "title", languages);
  if (Object.keys(title).length === 0) return refuse("field-required", {}, `title.${languages[0] ?? "fr"}`);
  const item = { title, prompt: readLocalised(order, "prompt", languages), mode: order.mode, minutes: order.minutes };
  return ask(order.intent === "item-add" ? { kind: "add", item } : { kind: "change", id: order.itemId, item });
}
