import { expect, test } from "vitest";
import { participation } from "~/app/domain/testing/live";
import { anAttendee, aQueue } from "~/realtime/testing/live-builders";
import { emptyFloor } from "../../domain/deliberation/live-state";
import { countPresent, countSeats, seatStates } from "./seat-states";

const attendees = [anAttendee("Jeanne", 1), anAttendee("Karim", 2), anAttendee("Léa", 4), anAttendee("Inès", null)];
const hall = { attendees, floor: emptyFloor };
const present = (...names: string[]) => new Set(names.map(participation));
const states = (...given: Parameters<typeof seatStates>) => seatStates(...given).map(({ state }) => state);

test("a seat is a member's own number: a number that nobody holds stays empty", () => {
  expect(states(hall, present("jeanne", "léa"))).toEqual(["here", "away", "empty", "here"]);
});

test("a member who comes or goes moves nobody", () => {
  const before = seatStates(hall, present("jeanne")).map(({ title }) => title);
  expect(seatStates(hall, present("karim", "léa")).map(({ title }) => title)).toEqual(before);
});

test("who speaks and who waits keep their state while their connection is away", () => {
  const turn = { turnId: "turn" as never, participationId: participation("karim"), startedAtMs: 0 };
  const floor = { ...emptyFloor, turn, queue: aQueue(["léa", 1]) };
  expect(states({ attendees, floor }, present("jeanne"))).toEqual(["here", "speaking", "empty", "waiting"]);
});

test("the team has no seat and is not counted", () => {
  expect(countPresent(hall, present("jeanne", "inès"))).toEqual({ here: 1, total: 3 });
  expect(countSeats(seatStates(hall, present("jeanne")))).toEqual({ here: 1, away: 2, speaking: 0, waiting: 0 });
});
