import { type AssemblyId, type PersonId, readId } from "../kernel/ids";
import { addDays, instantOf, isLocalDate, type LocalDate } from "./local-date";

/** What a reader of the journal looks for, as the address says it; days are where the assembly is, the last one included. */
export interface JournalSearch {
  readonly action?: string | undefined;
  readonly person?: PersonId | undefined;
  readonly from?: LocalDate | undefined;
  readonly until?: LocalDate | undefined;
  /** From 1. */
  readonly page: number;
}

const LAST_PAGE = 100_000;

/** Reads the parameters of an address; what is not understood is left out. */
export function readJournalSearch(asked: URLSearchParams): JournalSearch {
  const text = (name: string): string | undefined => asked.get(name)?.slice(0, 100) || undefined;
  const [action, from, until] = [text("action"), text("from"), text("until")];
  const person = readId<"person">(text("person"));
  const page = Number(asked.get("page") ?? "1");
  return {
    ...(action && { action }),
    ...(person && { person }),
    ...(from && isLocalDate(from) && { from }),
    // It includes its day: the day after must be one too, which after 9999 none is.
    ...(until && isLocalDate(until) && isLocalDate(addDays(until, 1)) && { until }),
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The same as ids and instants. */
export function journalFilter(
  { action, person, from, until }: JournalSearch,
  { id: assemblyId, timeZone }: { readonly id: AssemblyId; readonly timeZone: string },
) {
  return {
    assemblyId,
    action: action ?? null,
    actorId: person ?? null,
    from: from ? instantOf(from, "00:00", timeZone) : null,
    until: until ? instantOf(addDays(until, 1), "00:00", timeZone) : null,
  };
}
