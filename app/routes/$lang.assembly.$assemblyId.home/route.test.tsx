import { cleanup, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { showPage } from "~/app/components/testing/show-page";
import type { Now } from "~/app/domain/assembly/member-now";
import { HOUR_MS } from "~/app/domain/kernel/clock";
import { knownId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { participation } from "~/app/domain/testing/live";
import { ExpectedCard } from "./expected-card";
import { NextCard } from "./next-card";
import { NowCard } from "./now-card";
import type { Home } from "./route.server";
import { TableCard } from "./table-card";

afterEach(cleanup);

const nowMs = Date.UTC(2026, 2, 14, 8, 0);
const ID = "s".repeat(22);
type Session = Home["sessions"][number];
type Phase = Home["phases"][number];

const session = (changes: Partial<Session> = {}): Session => ({
  ...{ id: knownId(ID), version: 1, mark: "", title: { fr: "Premier week-end", en: "First weekend" } },
  ...{ startsAtMs: nowMs + HOUR_MS, endsAtMs: nowMs + 3 * HOUR_MS, startedAtMs: null, closedAtMs: null },
  ...{ place: "both", address: "Hôtel de Ville", state: "planned", phase: null, agenda: [] },
  ...changes,
});
const phase = (kind: Phase["kind"], state: Phase["state"], startsAtMs: number): Phase => ({
  ...{ id: knownId(kind.padEnd(22, "x").slice(0, 22)), kind, state, startsAtMs, endsAtMs: startsAtMs + HOUR_MS },
  ...{ reached: state !== "coming", mayMoveUp: false, mayRemove: false },
});

const aHome = (changes: Partial<Home> = {}): Home => ({
  ...{ name: "Jeanne Martin", role: "member", published: false, countedVoteId: null, sessions: [session()] },
  ...{ votes: [], phases: [], expected: [], device: null, table: null },
  ...changes,
});

function show(shown: ReactNode, locale: Locale = "fr"): void {
  const roles = [{ role: "member" as const, participationId: participation("jeanne") }];
  showPage(shown, { locale, assembly: { slug: "logement", roles, openPhases: ["deliberation"] } });
}

function showExpected(expected: Home["expected"], role: Home["role"]): void {
  show(<ExpectedCard expected={expected} role={role} />);
}

/** What the card of now says, and the buttons that it has, each with where it leads. */
function now(what: Now, home: Home = aHome(), locale: Locale = "fr") {
  show(<NowCard home={home} now={what} nowMs={nowMs} />, locale);
  const title = screen.getByRole("heading", { level: 1 }).textContent;
  const text = screen.getByRole("region").textContent ?? "";
  const ways = screen.queryAllByRole("link").map((way) => [way.textContent, way.getAttribute("href")]);
  cleanup();
  return { title, text, ways };
}

const at = (rest: string, locale: Locale = "fr") => `/${locale}/assembly/a/${rest}`;

it("leads into a session that is on, or is about to begin, and asks whoever has not tried their devices to", () => {
  expect(now({ kind: "session-running", sessionId: ID })).toMatchObject({
    title: "La séance est en cours",
    ways: [
      ["Entrer dans la salle", at(`hall/${ID}`)],
      ["Faire un essai", at("device-check")],
    ],
  });
  const soon = now({ kind: "session-soon", sessionId: ID, minutes: 1 });
  expect(soon.title).toBe("La séance commence dans une minute");
  expect(soon.text).toContain("Premier week-end. Essayez votre micro");
  const ready = aHome({ device: { atMs: 0, readiness: "ready" } });
  expect(now({ kind: "session-late", sessionId: ID }, ready).text).toMatch(/marchaient au dernier essai/);
});

it("opens no hall before its hour: today it names the hour, later the day", () => {
  const today = now({ kind: "session-today", sessionId: ID });
  expect(today.title).toMatch(/^Une séance aujourd’hui, à 10\sh\s00$/);
  expect(today.ways).toEqual([["Faire un essai", at("device-check")]]);
  const coming = now({ kind: "session-coming", sessionId: ID });
  expect(coming.title).toBe("Bonjour Jeanne, rien ne presse");
  expect(coming.text).toMatch(/Premier week-end, .*samedi 14 mars/);
});

it("leads to a vote, says until when one may change one's mind, and then shows one's choices without urging", () => {
  const closesAtMs = Date.UTC(2026, 2, 15, 17, 0);
  const votes = [{ id: "v", title: { fr: "Vote final" }, closesAtMs, voted: false }];
  const open = now({ kind: "vote", voteId: "v", voted: false }, aHome({ votes }));
  expect([open.title, open.ways]).toEqual(["Le vote est ouvert", [["Voter", at("vote/v")]]]);
  expect(open.text).toMatch(/Vote final\. Vous pouvez changer d’avis jusqu’à .*18\sh\s00/);
  const done = now({ kind: "vote", voteId: "v", voted: true }, aHome({ votes: [] }));
  expect([done.title, done.ways]).toEqual(["Vous avez voté", [["Revoir mes choix", at("vote/v")]]]);
});

it("begins with the first thing that is not done, and leads to what came of it all once that is public", () => {
  const expected: Home["expected"] = [
    { kind: "device-check", done: true, minutes: 2 },
    { kind: "task", id: "t", title: { fr: "Votre avis" }, done: false, minutes: 5 },
  ];
  expect(now({ kind: "to-do", count: 1 }, aHome({ expected }))).toMatchObject({
    title: "Une chose vous attend",
    ways: [["Commencer", at("tasks/t")]],
  });
  expect(now({ kind: "published" }).ways).toEqual([["Voir le site public", "/fr/site/logement"]]);
  expect(now({ kind: "results", voteId: "v" }).ways).toEqual([["Voir les résultats", at("vote/v")]]);
  expect(now({ kind: "nothing" }, aHome(), "en")).toMatchObject({ ways: [] });
});

it("lists what is expected with the minutes left, each with its way there, and thanks when all is done", () => {
  const expected: Home["expected"] = [
    { kind: "material", id: "m", title: { fr: "Lire" }, done: true, minutes: 12 },
    { kind: "task", id: "t", title: { fr: "Votre avis" }, done: false, minutes: 5 },
    { kind: "recommendation", id: "r", title: "", number: 4, done: false },
    { kind: "questions", count: 2, done: false },
  ];
  showExpected(expected, "member");
  expect(screen.getByText("5 minutes en tout.")).toBeTruthy();
  expect(screen.getAllByRole("link").map((way) => way.getAttribute("href"))).toEqual(
    ["learn/m", "tasks/t", "recommendation/r", "questions"].map((rest) => at(rest)),
  );
  expect(screen.getByText(/^Finir la recommandation n° 4/)).toBeTruthy();
  cleanup();
  showExpected(expected.slice(0, 1), "member");
  expect(screen.getByText(/Vous avez tout fait/)).toBeTruthy();
  expect(screen.queryByText(/en tout/)).toBeNull();
});

it("says to a member what will stand here, to the team only that there is nothing", () => {
  showExpected([], "member");
  expect(screen.getByText(/^Rien pour l’instant\. Vous verrez ici/)).toBeTruthy();
  cleanup();
  showExpected([], "organiser");
  expect(screen.getByText("Rien pour l’instant.")).toBeTruthy();
});

it("says where the assembly stands, what follows and when, and where one meets next", () => {
  const phases = [
    phase("learning", "past", nowMs - 3 * HOUR_MS),
    phase("deliberation", "current", nowMs - HOUR_MS),
    phase("drafting", "coming", Date.UTC(2026, 3, 1, 8, 0)),
  ];
  show(<NextCard home={aHome({ phases })} nowMs={nowMs} />);
  const text = screen.getByRole("region").textContent?.replaceAll(/\s/g, " ");
  expect(text).toMatch(/Étape 2 sur 3 : .*Ensuite, .* à partir du 1er avril/);
  expect(text).toContain("Hôtel de Ville");
  expect(screen.getByRole("link", { name: "Ajouter à mon agenda" }).getAttribute("href")).toBe(at("calendar.ics"));
  cleanup();
  const online = session({ place: "online" });
  const late = [...phases.slice(0, 2), phase("drafting", "coming", nowMs - 1)];
  show(<NextCard home={aHome({ phases: late, sessions: [online] })} nowMs={nowMs} />);
  expect(screen.queryByText(/Hôtel de Ville/)).toBeNull();
  expect(screen.getByRole("region").textContent).not.toContain("à partir du");
});

it("names no session as the next one that has begun or is over", () => {
  const sessions = [session({ state: "closed" }), session({ startsAtMs: nowMs - 1 })];
  show(<NextCard home={aHome({ sessions })} nowMs={nowMs} />);
  expect(screen.queryByText(/^Prochaine séance/)).toBeNull();
});

it("says whom one meets at one's table by first names, and who facilitates it", () => {
  const table = { sessionId: knownId<"session">(ID), number: 3, facilitator: "Inès Roy", others: ["Karim B", "Léa C"] };
  show(<TableCard table={{ ...table, mine: false }} />);
  expect(screen.getByRole("heading").textContent).toMatch(/^Votre groupe\s: table 3$/);
  expect(screen.getByText("Inès anime. Avec Karim et Léa.")).toBeTruthy();
  expect(screen.getByRole("link").getAttribute("href")).toBe(at(`session/${ID}/notes`));
  cleanup();
  show(<TableCard table={{ ...table, mine: true }} />);
  expect(screen.getByRole("heading").textContent).toBe("Vous animez la table 3");
  expect(screen.queryByText(/Inès/)).toBeNull();
});
