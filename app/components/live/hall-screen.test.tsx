import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { LiveState } from "~/app/domain/deliberation/live-state";
import type { Locale } from "~/app/domain/kernel/locale";
import { agendaItem, anAgendaItem, aTurn } from "~/app/domain/testing/live";
import { aLiveSession, aLiveState, anAttendee, aQueue, aRound } from "~/realtime/testing/live-builders";
import { emptyFloor } from "../../domain/deliberation/live-state";
import { showLive } from "../testing/show-live";
import { HallScreen } from "./hall-screen";
import { Plenary } from "./plenary";
import type { SessionDate } from "./quiet-scenes";

afterEach(cleanup);

const date: SessionDate = { startsAtMs: Date.UTC(2026, 2, 14, 8, 45), place: "both", address: "Hôtel de Ville" };
const next: SessionDate = { startsAtMs: Date.UTC(2026, 2, 28, 8, 0), place: "online", address: "" };
const rest = [{ ...anAgendaItem("rest", "pause"), title: { fr: "Pause café", en: "Coffee" } }];

interface Seen {
  readonly locale?: Locale;
  readonly present?: readonly string[];
  readonly date?: SessionDate;
  readonly next?: SessionDate | null;
}

function showHall(state: LiveState, { locale = "fr", present = ["jeanne"], ...dates }: Seen = {}): void {
  const screenOf = <HallScreen date={dates.date ?? date} next={dates.next ?? null} visited={null} />;
  showLive(aLiveSession(state, present), screenOf, { locale });
}

const changed = (changes: Partial<LiveState["session"]>): LiveState => aLiveState({ as: "jeanne" }, changes);
const planned = changed({ state: "planned", currentItemId: null });

it("before it is opened, the hall says when and where it meets, and offers to try the devices meanwhile", () => {
  showHall(planned);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Délibérer");
  expect(screen.getByText(/samedi 14 mars/).textContent).toMatch(/9\sh\s45/);
  expect(screen.getByText("Sur place : Hôtel de Ville")).toBeTruthy();
  const check = screen.getByRole("link", { name: "Essayer mon micro et ma caméra" });
  expect(check.getAttribute("href")).toBe("/fr/assembly/assembly/device-check");
});

it("names no place to go to for a session that is held online only, whatever was once written there", () => {
  showHall(planned, { locale: "en", date: { ...date, place: "online" } });
  expect(screen.getByText("The session has not started yet")).toBeTruthy();
  expect(screen.queryByText(/Hôtel de Ville/)).toBeNull();
});

it("lets a late arrival know that somebody sees them, and asks nothing of them but the way to help", () => {
  showHall(changed({ round: aRound({ karim: 1 }) }));
  expect(screen.getByRole("heading", { name: "Bienvenue, nous vous attendions" })).toBeTruthy();
  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Appeler de l’aide"]);
});

it("says of a break until when it lasts, and takes no request to speak meanwhile", () => {
  const pause = { agenda: rest, currentItemId: agendaItem("rest"), itemEndsAtMs: Date.UTC(2026, 2, 14, 10, 5) };
  showHall(changed(pause));
  expect(screen.getByText(/Nous reprenons à/).textContent).toMatch(/11\sh\s05/);
  expect(screen.queryByRole("button", { name: "Demander la parole" })).toBeNull();
  cleanup();
  showHall(changed({ ...pause, itemEndsAtMs: null }));
  expect(screen.queryByText(/Nous reprenons à/)).toBeNull();
});

it("after the session thanks, says when one meets again, and offers neither help nor the floor", () => {
  showHall(changed({ state: "closed" }), { locale: "en", next });
  expect(screen.getByText(/We meet again/).textContent).toMatch(/Saturday.*28 March/);
  expect(screen.getByRole("link", { name: "Back to my home page" })).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("leads to what the tables wrote: beside a session that goes on in a tab of its own, afterwards in this one", () => {
  const lastRound = { roundId: aRound({}).roundId, agendaItemId: null };
  showLive(aLiveSession(changed({ lastRound }), ["jeanne"]), <Plenary />);
  const beside = screen.getByRole("link", { name: "Notes des tables (dans un autre onglet)" });
  expect(beside.getAttribute("target")).toBe("_blank");
  cleanup();
  showHall(changed({ lastRound, state: "closed" }));
  const after = screen.getByRole("link", { name: "Notes des tables" });
  expect([after.getAttribute("target"), after.getAttribute("href")]).toEqual([
    null,
    "/fr/assembly/assembly/session/session/notes",
  ]);
});

it("counts seats as everybody sees them: who is here, away, speaks and waits, by name on each seat", () => {
  const floor = { ...emptyFloor, turn: aTurn("karim", 0), queue: aQueue(["léa", 1]) };
  showLive(aLiveSession(changed({ floor }), ["jeanne", "karim"]), <Plenary />);
  const seats = screen.getByRole("img", { name: /2 membres présents sur 4/ });
  expect([...seats.querySelectorAll("title")].map(({ textContent }) => textContent)).toEqual([
    "Jeanne",
    "Karim",
    "Léa",
    "Sonia",
  ]);
  const legend = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(legend).toEqual(expect.arrayContaining(["présent 1", "absent 1", "parle 1", "attend 1"]));
});

it("says of one who is here and one who waits that they are one", () => {
  const state = changed({ floor: { ...emptyFloor, queue: aQueue(["léa", 1]) } });
  showLive(aLiveSession(state, ["jeanne"]), <Plenary />);
  expect(screen.getByRole("img", { name: "1 membre présent sur 4, 0 parle, 1 attend la parole" })).toBeTruthy();
  cleanup();
  showLive(aLiveSession(state, ["jeanne"]), <Plenary />, { locale: "en" });
  expect(screen.getByRole("img", { name: "1 of 4 members present, 0 speaking, 1 waiting to speak" })).toBeTruthy();
});

it("counts the team among nobody's seats, and says of one person who is here that they are one", () => {
  const attendees = [anAttendee("Jeanne", 1), anAttendee("Karim", 2), anAttendee("Claire", null, "organiser")];
  showLive(aLiveSession(changed({ attendees }), ["jeanne", "claire"]), <Plenary />);
  expect(screen.getByText("1 présent sur 2")).toBeTruthy();
  cleanup();
  showLive(aLiveSession(changed({ attendees }), ["jeanne", "karim", "claire"]), <Plenary />);
  expect(screen.getByText("2 présents sur 2")).toBeTruthy();
});

it("shows an assembly of 150 with a seat for each, and the queue of them all in its order", () => {
  const everybody = Array.from({ length: 150 }, (_, at) => anAttendee(`Membre${at + 1}`, at + 1));
  const queue = aQueue(...everybody.map(({ participationId }, at) => [participationId, 1000 - at] as const));
  const state = changed({ attendees: everybody, floor: { ...emptyFloor, queue } });
  showLive(aLiveSession(state, []), <Plenary />);
  expect(screen.getByRole("img", { name: /^0 membre présent sur 150/ }).querySelectorAll("title")).toHaveLength(150);
  const lines = within(screen.getByRole("region", { name: "File de parole" })).getAllByText(/^Membre\d+$/);
  expect([lines.length, lines[0]?.textContent, lines[149]?.textContent]).toEqual([150, "Membre150", "Membre1"]);
});

it("while groups sit, those who watch over them find the way into each, and the queue of the plenary rests", () => {
  const round = aRound({ jeanne: 1, karim: 2 }, "inès");
  const attendees = [anAttendee("Jeanne", 1), anAttendee("Karim", 2), anAttendee("Inès", null)];
  const floor = { ...emptyFloor, queue: aQueue(["karim", 1]) };
  const claire = aLiveState({ as: "claire", role: "organiser" }, { round, attendees, floor });
  showLive(aLiveSession(claire, ["karim"]), <Plenary />);
  expect(screen.getByRole("heading", { name: "2 groupes travaillent" })).toBeTruthy();
  const ways = screen.getAllByRole("link", { name: /^Groupe/ });
  expect(ways.map((way) => [way.textContent, way.getAttribute("href")])).toEqual([
    ["Groupe 1 Inès", "/fr/assembly/a/home?group=group-1"],
    ["Groupe 2", "/fr/assembly/a/home?group=group-2"],
  ]);
  expect(screen.getByText("La file de parole reprend avec la plénière.")).toBeTruthy();
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toContain("présent 1");
  expect(screen.queryByText(/^attend/)).toBeNull();
});

it("somebody of the team who may not enter the groups waits in the plenary, and reads that there is nothing to do", () => {
  const round = aRound({ jeanne: 1 });
  showLive(aLiveSession(aLiveState({ as: "olga", role: "observer" }, { round }), []), <Plenary />, { locale: "en" });
  expect(screen.getByText(/^The plenary goes on/)).toBeTruthy();
  expect(screen.queryByRole("link", { name: /^Group/ })).toBeNull();
});

it("offers the console to those who run the session only, and help to those who may call", () => {
  const claire = aLiveState({ as: "claire", role: "organiser" });
  showLive(aLiveSession(claire, []), <Plenary />);
  expect(screen.getByRole("link", { name: "Ouvrir la console de la séance" }).getAttribute("href")).toBe(
    "/fr/assembly/assembly/session/session",
  );
  cleanup();
  showLive(aLiveSession(changed({}), ["jeanne"]), <Plenary />);
  expect(screen.queryByRole("link", { name: /console/ })).toBeNull();
  expect(screen.getByRole("button", { name: "Appeler de l’aide" })).toBeTruthy();
});

it("what scrolls in the hall can be reached and is named, for the keyboard", () => {
  showHall(planned);
  const room = screen.getByRole("region", { name: "La salle" });
  room.focus();
  expect(document.activeElement).toBe(room);
});
