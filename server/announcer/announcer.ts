import type { Move, PageFact } from "~/app/domain/assembly/facts";
import type { LiveFact } from "~/app/domain/deliberation/facts";
import type { DeviceId, PersonId } from "~/app/domain/kernel/ids";

/** A fact as a command noted it, once it is in the database. */
export type WrittenFact = (LiveFact | PageFact) & { readonly version: number; readonly at: Date };

/** Tells those connected what happened, after the commit. Losing an announcement is harmless: a gap makes clients fetch. */
export interface Announcer {
  announce(facts: readonly WrittenFact[]): void;
  /** What is under way moved: those who follow the stream read it anew, at most once a second. Losing one is harmless: the next tells. */
  moved(moves: readonly Move[]): void;
  /** A person's rights changed: their connections are closed with a named code and re-authorised. */
  rightsChanged(personIds: readonly PersonId[]): void;
  /** Devices that nobody is signed in on any more, however that came: what they have open is closed, for good. */
  devicesEnded(deviceIds: readonly DeviceId[]): void;
}
