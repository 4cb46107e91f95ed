import fc from "fast-check";
import { expect, test } from "vitest";
import type { ParticipationId } from "../kernel/ids";
import { attendanceFacts, reduceAttendance } from "./attendance";
import type { Attendee } from "./live-state";

const roles = ["member", "facilitator", "organiser"] as const;

/** Some of twelve people, under names and in roles that may differ from list to list; always in one order, as the tables give them. */
const attendees = fc
  .uniqueArray(
    fc.record({ id: fc.nat(11), role: fc.constantFrom(...roles), seat: fc.option(fc.nat(3)), name: fc.nat(2) }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .map((all) =>
    all
      .sort((a, b) => a.id - b.id)
      .map(
        ({ id, role, seat, name }): Attendee => ({
          participationId: `p${id}` as ParticipationId,
          role,
          seat,
          name: `Name ${name}`,
        }),
      ),
  );

test("the facts between two lists of attendees, folded into the first, give the second (L5)", () => {
  fc.assert(
    fc.property(attendees, attendees, (before, now) => {
      expect(attendanceFacts(before, now).reduce(reduceAttendance, before)).toEqual(now);
    }),
    { seed: 20261129, numRuns: 500 },
  );
});

test("where nobody came, went or was renamed nothing is told", () => {
  fc.assert(
    fc.property(attendees, (same) => {
      expect(attendanceFacts(same, same)).toEqual([]);
    }),
    { seed: 20261129 },
  );
});
