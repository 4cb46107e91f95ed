import { HOUR_MS } from "../kernel/clock";
import type { Localised } from "../kernel/locale";
import { accept, accepted, type Result, refuse } from "../kernel/result";

export const places = ["online", "room", "both"] as const;
export type Place = (typeof places)[number];

export const agendaModes = ["plenary", "groups", "pause"] as const;
export type AgendaMode = (typeof agendaModes)[number];

/** A session as the calendar says it. */
export interface SessionPlan {
  readonly title: Localised;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: Place;
  /** Where the room is; empty online, or while it is not known. */
  readonly address: string;
}

export interface AgendaItemPlan {
  readonly mode: AgendaMode;
  readonly minutes: number;
  readonly title: Localised;
  readonly prompt: Localised;
}

const LONGEST_SESSION_MS = 16 * HOUR_MS;
const LONGEST_ITEM_MINUTES = 480;
const MOST_ITEMS = 60;

/** Whether a session may be so: it ends after it begins, on the same day or night, and has a title. */
export function checkSession({ title, startsAt, endsAt }: SessionPlan): Result<undefined> {
  if (Object.values(title).every((text) => text.trim() === "")) return refuse("field-required", {}, "title");
  const lasts = endsAt.getTime() - startsAt.getTime();
  if (lasts <= 0) return refuse("session-ends-before-start", {}, "endsAt");
  return lasts > LONGEST_SESSION_MS ? refuse("session-too-long", { hours: 16 }, "endsAt") : accepted;
}

/** What is planned, running or over: only what is planned may be changed in the calendar. */
export function checkChangeable(state: "planned" | "running" | "closed"): Result<undefined> {
  return state === "planned" ? accepted : refuse(state === "running" ? "session-running" : "session-over");
}

export type AgendaEdit<ItemId extends string> =
  | { readonly kind: "add"; readonly id: ItemId; readonly item: AgendaItemPlan }
  | { readonly kind: "change"; readonly id: ItemId; readonly item: AgendaItemPlan }
  | { readonly kind: "move"; readonly id: ItemId; readonly by: -1 | 1 }
  | { readonly kind: "remove"; readonly id: ItemId };

type Item<ItemId> = AgendaItemPlan & { readonly id: ItemId };

/**
 * The agenda after an edit, in order. Refuses `agenda-item-unknown`, `minutes-out-of-range`, `agenda-too-long` and a title that is
 * empty in every language. Moving the first one up or the last one down changes nothing.
 */
export function editAgenda<ItemId extends string>(
  agenda: readonly Item<ItemId>[],
  edit: AgendaEdit<ItemId>,
): Result<readonly Item<ItemId>[]> {
  if (edit.kind === "add" || edit.kind === "change") {
    const checked = checkItem(edit.item);
    if (!checked.ok) return checked;
  }
  if (edit.kind === "add") {
    if (agenda.length >= MOST_ITEMS) return refuse("agenda-too-long", { max: MOST_ITEMS });
    return accept([...agenda, { ...edit.item, id: edit.id }]);
  }
  const at = agenda.findIndex(({ id }) => id === edit.id);
  const found = agenda[at];
  if (!found) return refuse("agenda-item-unknown");
  const others = agenda.filter(({ id }) => id !== edit.id);
  if (edit.kind === "remove") return accept(others);
  if (edit.kind === "change") return accept(agenda.map((item) => (item === found ? { ...item, ...edit.item } : item)));
  const place = Math.min(Math.max(at + edit.by, 0), others.length);
  return accept([...others.slice(0, place), found, ...others.slice(place)]);
}

function checkItem({ minutes, title }: AgendaItemPlan): Result<undefined> {
  if (Object.values(title).every((text) => text.trim() === "")) return refuse("field-required", {}, "title");
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > LONGEST_ITEM_MINUTES) {
    return refuse("minutes-out-of-range", { min: 1, max: LONGEST_ITEM_MINUTES }, "minutes");
  }
  return accepted;
}
