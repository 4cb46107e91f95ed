import type { PhaseId } from "../kernel/ids";
import { accept, type Result, refuse } from "../kernel/result";
import { checkItinerary, type Itinerary, type PlannedPhase } from "./itinerary";
import { addDays, daysBetween, isLocalDate, type LocalDate } from "./local-date";
import type { PhaseKind } from "./phase";

interface Dates {
  readonly id: PhaseId;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What an organiser does to an itinerary at once. */
export type ItineraryEdit =
  | { readonly kind: "dates"; readonly dates: readonly Dates[] }
  | {
      readonly kind: "add";
      readonly id: PhaseId;
      readonly phase: PhaseKind;
      readonly after: PhaseId;
      readonly days: number;
    }
  | { readonly kind: "remove"; readonly id: PhaseId }
  | { readonly kind: "move-up"; readonly id: PhaseId };

/** More than any itinerary needs: learning and deliberation may alternate, but not for ever. */
export const MOST_PHASES = 30;
const LONGEST_DAYS = 3660;

/**
 * The itinerary after an edit. `reached` are the phases that are or were open: they may get other dates, but not be moved, removed or
 * overtaken (`phase-already-reached`). Refuses what `checkItinerary` refuses of the outcome, `phase-unknown`, `itinerary-too-long`,
 * `days-out-of-range` and dates that do not exist (`date-invalid`).
 */
export function editItinerary(
  itinerary: Itinerary,
  edit: ItineraryEdit,
  reached: readonly PhaseId[],
): Result<Itinerary> {
  const edited = apply(itinerary, edit, reached);
  if (!edited.ok) return edited;
  const checked = checkItinerary(edited.value);
  return checked.ok ? edited : checked;
}

function apply(itinerary: Itinerary, edit: ItineraryEdit, reached: readonly PhaseId[]): Result<Itinerary> {
  switch (edit.kind) {
    case "dates":
      return redate(itinerary, edit.dates);
    case "add":
      return insert(itinerary, edit, reached);
    case "remove": {
      const found = free(itinerary, edit.id, reached);
      return found.ok ? accept(itinerary.filter(({ id }) => id !== edit.id)) : found;
    }
    case "move-up":
      return moveUp(itinerary, edit.id, reached);
  }
}

function redate(itinerary: Itinerary, dates: readonly Dates[]): Result<Itinerary> {
  for (const { id, from, to } of dates) {
    if (!isLocalDate(from)) return refuse("date-invalid", {}, `from.${id}`);
    if (!isLocalDate(to)) return refuse("date-invalid", {}, `to.${id}`);
  }
  return accept(
    itinerary.map((phase) => {
      const given = dates.find(({ id }) => id === phase.id);
      return given ? { ...phase, from: given.from, to: given.to } : phase;
    }),
  );
}

/** The new phase begins the day after the one before it; what follows moves back by as many days. */
function insert(
  itinerary: Itinerary,
  { id, phase, after, days }: Extract<ItineraryEdit, { kind: "add" }>,
  reached: readonly PhaseId[],
): Result<Itinerary> {
  if (itinerary.length >= MOST_PHASES) return refuse("itinerary-too-long", { max: MOST_PHASES });
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS) {
    return refuse("days-out-of-range", { min: 1, max: LONGEST_DAYS }, "days");
  }
  const at = itinerary.findIndex((other) => other.id === after);
  const before = itinerary[at];
  if (!before) return refuse("phase-unknown", {}, "after");
  const overtaken = itinerary.slice(at + 1).find((other) => reached.includes(other.id));
  if (overtaken) return refuse("phase-already-reached", { phase: overtaken.kind }, "after");
  const from = addDays(before.to, 1);
  const added: PlannedPhase = { id, kind: phase, from, to: addDays(from, days - 1) };
  const later = itinerary.slice(at + 1).map((other) => shifted(other, days));
  return accept([...itinerary.slice(0, at + 1), added, ...later]);
}

/** The phase changes places with the one before it: each keeps its length, together they keep their stretch. */
function moveUp(itinerary: Itinerary, id: PhaseId, reached: readonly PhaseId[]): Result<Itinerary> {
  const found = free(itinerary, id, reached);
  if (!found.ok) return found;
  const at = itinerary.findIndex((phase) => phase.id === id);
  const [before, moved] = [itinerary[at - 1], found.value];
  if (!before) return refuse("itinerary-start");
  if (reached.includes(before.id)) return refuse("phase-already-reached", { phase: before.kind });
  const first = { ...moved, from: before.from, to: addDays(before.from, daysBetween(moved.from, moved.to)) };
  // Where one lay within the other, the longer one ends their stretch.
  const [, last = moved.to] = [before.to, moved.to].sort();
  const second = { ...before, from: addDays(last, -daysBetween(before.from, before.to)), to: last };
  return accept([...itinerary.slice(0, at - 1), first, second, ...itinerary.slice(at + 1)]);
}

function free(itinerary: Itinerary, id: PhaseId, reached: readonly PhaseId[]): Result<PlannedPhase> {
  const phase = itinerary.find((other) => other.id === id);
  if (!phase) return refuse("phase-unknown");
  return reached.includes(id) ? refuse("phase-already-reached", { phase: phase.kind }) : accept(phase);
}

function shifted(phase: PlannedPhase, days: number): PlannedPhase {
  return { ...phase, from: addDays(phase.from, days), to: addDays(phase.to, days) };
}
