import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import type { GroupState, Idea, LiveState } from "~/app/domain/deliberation/live-state";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { knownId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { aGroupState, agendaItem, anAgendaItem, aTurn, group, participation } from "~/app/domain/testing/live";
import type { TakenOutPart } from "~/realtime/browser/documents/listen-to-taken-out";
import { aLiveSession, aLiveState, anAttendee, aRound } from "~/realtime/testing/live-builders";
import { emptyFloor } from "../../domain/deliberation/live-state";
import { StatusProvider } from "../status/status";
import { serverLive, showLive } from "../testing/show-live";
import { tableRights } from "./group-roles";
import { GroupTable } from "./group-table";
import { IdeaList } from "./idea-list";
import { KeepIdea } from "./keep-idea";
import { TakenOutParts } from "./taken-out-parts";

afterEach(cleanup);

const groupId = group("group-1");
const round = aRound({ jeanne: 1, karim: 1, léa: 1, sonia: 2 }, "inès");
const attendees = [
  anAttendee("Jeanne", 1),
  anAttendee("Karim", 2),
  anAttendee("Léa", 3),
  anAttendee("Sonia", 4),
  anAttendee("Inès", null),
];
const table = aGroupState({ groupId });
const itemEndsAtMs = Date.UTC(2026, 2, 14, 9, 40);

interface Around {
  readonly as: string;
  readonly team?: boolean;
  readonly group?: GroupState;
  readonly present?: readonly string[];
  readonly session?: Partial<LiveState["session"]>;
}

function seenBy({ as, team = false, group: shown = table, session = {} }: Around): LiveState {
  const role = team ? (as === "inès" ? "facilitator" : "organiser") : "member";
  const state = aLiveState({ as, role }, { round, attendees, itemEndsAtMs, ...session });
  return { ...state, groups: { [groupId]: shown } };
}

interface Page {
  readonly visiting?: boolean;
  readonly locale?: Locale;
  readonly notesReaders?: "table" | "members";
}

/** The words of a group's page as it is answered, with what its page knows of the assembly. */
function tablePage(around: Around, { visiting = false, locale = "fr", notesReaders = "table" }: Page = {}) {
  cleanup();
  const live = aLiveSession(seenBy(around), around.present ?? ["jeanne", "inès"]);
  const shown = <GroupTable groupId={groupId} visiting={visiting} />;
  return within(serverLive(live, shown, { locale, assembly: { notesReaders } }));
}

it("says at which table one sits, when its time ends, and how much more it has than the others", () => {
  const longer = aGroupState({ groupId, moreTime: { moreMs: 5 * MINUTE_MS, sinceMs: null } });
  const page = tablePage({ as: "jeanne", group: longer });
  expect(page.getByText(/^Groupe 1 ·/).textContent).toContain("Point 1 sur 1");
  expect(page.getByText(/jusqu’à/i).textContent).toMatch(/10\sh\s45/);
  expect(page.getByText("5 min de plus que les autres")).toBeTruthy();
  expect(tablePage({ as: "jeanne" }).queryByText(/de plus que les autres/)).toBeNull();
});

it("gives more time by whoever leads the table only, and only while something is timed", () => {
  const more = { name: /^\+\s5\smin$/ };
  expect(tablePage({ as: "inès", team: true }).getByRole("button", more)).toBeTruthy();
  expect(tablePage({ as: "jeanne" }).queryByRole("button", more)).toBeNull();
  const untimed = { itemEndsAtMs: null };
  expect(tablePage({ as: "inès", team: true, session: untimed }).queryByRole("button", more)).toBeNull();
});

it("says of a table whose facilitator is away, or that has none, that it may go on; and nothing while she is there", () => {
  expect(tablePage({ as: "jeanne", present: ["jeanne"] }).getByText(/n’est pas là pour l’instant/)).toBeTruthy();
  const unled = { round: aRound({ jeanne: 1 }) };
  expect(tablePage({ as: "jeanne", session: unled }, { locale: "en" }).getByText(/^Nobody facilitates/)).toBeTruthy();
  expect(tablePage({ as: "jeanne" }).queryByText(/anime/)).toBeNull();
});

it("shows who spoke how long to whoever leads the table, not to those who sit there", () => {
  expect(tablePage({ as: "inès", team: true }).getByRole("heading", { name: "Temps de parole" })).toBeTruthy();
  expect(tablePage({ as: "jeanne" }).queryByRole("heading", { name: "Temps de parole" })).toBeNull();
});

it("whoever visits reads so, finds the way back, and does not ask to speak there", () => {
  const page = tablePage({ as: "claire", team: true }, { visiting: true });
  expect(page.getByText(/en visite/)).toBeTruthy();
  expect(page.getByRole("link", { name: "Revenir en plénière" })).toBeTruthy();
  expect(page.queryByRole("button", { name: "Demander la parole" })).toBeNull();
  expect(tablePage({ as: "jeanne" }).getByRole("button", { name: "Demander la parole" })).toBeTruthy();
});

it("says in a break that camera and microphone are off", () => {
  const pause = { agenda: [anAgendaItem("rest", "pause")], currentItemId: agendaItem("rest") };
  expect(tablePage({ as: "jeanne", session: pause }).getByText(/^C’est la pause/)).toBeTruthy();
  expect(tablePage({ as: "jeanne" }).queryByText(/^C’est la pause/)).toBeNull();
});

it("says before a word is written who will read the notes, as the assembly has chosen", () => {
  expect(tablePage({ as: "jeanne" }).getByText(/votre table et l’équipe pourront relire/)).toBeTruthy();
  const open = tablePage({ as: "jeanne" }, { locale: "en", notesReaders: "members" });
  expect(open.getByText("After the session, the whole assembly can read these notes.")).toBeTruthy();
});

const anIdea = (letter: string, text: string, authors: readonly string[] = []): Idea => ({
  ideaId: knownId(letter.repeat(22)),
  text,
  language: "fr",
  authorIds: authors.map(participation),
  keptAtMs: 0,
});

function showIdeas(ideas: readonly Idea[], as: Around, locale: Locale = "fr"): unknown[] {
  const asked: unknown[] = [];
  const state = seenBy(as);
  const list = <IdeaList group={aGroupState({ groupId, ideas })} rights={tableRights(state, groupId)} />;
  showLive(aLiveSession(state, ["jeanne"], asked), list, { locale });
  return asked;
}

it("tells how an idea is kept while there is none, then counts them", () => {
  showIdeas([], { as: "jeanne" });
  expect(screen.getByRole("heading", { name: "Idées" })).toBeTruthy();
  expect(screen.getByText(/^Aucune idée gardée/)).toBeTruthy();
  cleanup();
  showIdeas([anIdea("a", "Des vélos", ["karim"])], { as: "jeanne" });
  expect(screen.getByRole("heading", { name: "Une idée gardée" })).toBeTruthy();
  cleanup();
  showIdeas([anIdea("a", "Des vélos"), anIdea("b", "Des bus")], { as: "jeanne" }, "en");
  expect(screen.getByRole("heading", { name: "2 ideas kept" })).toBeTruthy();
});

it("names those who brought an idea, in their order, without those who have left; its words are in their own language", () => {
  const idea = anIdea("a", "More trains", ["karim", "partie", "léa"]);
  showIdeas([{ ...idea, language: "en" }], { as: "jeanne" });
  expect(screen.getByText("de Karim et Léa")).toBeTruthy();
  expect(screen.getByText("More trains").lang).toBe("en");
});

it("takes an idea away after a question that repeats its words, and lets nobody else's table do so", async () => {
  const asked = showIdeas([anIdea("a", "Des vélos", ["karim"])], { as: "jeanne" });
  fireEvent.click(screen.getByRole("button", { name: "Retirer" }));
  const question = within(screen.getByRole("dialog", { name: /^Retirer cette idée/ }));
  expect(question.getByText(/Des vélos/)).toBeTruthy();
  fireEvent.click(question.getByRole("button", { name: "Oui, retirer" }));
  await waitFor(() =>
    expect(asked).toEqual([{ name: "drop-idea", input: { sessionId: "session", ideaId: "a".repeat(22) } }]),
  );
  cleanup();
  showIdeas([anIdea("a", "Des vélos", ["karim"])], { as: "sonia" });
  expect(screen.queryByRole("button", { name: "Retirer" })).toBeNull();
});

function showKeep(as: Around, present: readonly string[]): { readonly asked: unknown[]; readonly closed: string[] } {
  const [asked, closed]: [unknown[], string[]] = [[], []];
  const state = seenBy(as);
  const shown: ReactNode = (
    <StatusProvider>
      <KeepIdea
        group={as.group ?? table}
        rights={tableRights(state, groupId)}
        text="Des vélos"
        onClose={() => closed.push("closed")}
      />
    </StatusProvider>
  );
  showLive(aLiveSession(state, present, asked), shown);
  return { asked, closed };
}

const ticked = () => screen.getAllByRole<HTMLInputElement>("checkbox").filter(({ checked }) => checked);
const names = (boxes: readonly HTMLInputElement[]) => boxes.map(({ labels }) => labels?.[0]?.textContent);

it("takes whoever keeps a line for its author, offers those who are at the table, and says that it is kept", async () => {
  const { asked, closed } = showKeep({ as: "jeanne" }, ["jeanne", "karim", "sonia", "inès"]);
  expect(names(screen.getAllByRole("checkbox"))).toEqual(["Inès", "Jeanne", "Karim"]);
  expect(names(ticked())).toEqual(["Jeanne"]);
  fireEvent.click(screen.getByRole("checkbox", { name: "Karim" }));
  fireEvent.change(screen.getByLabelText(/^L’idée/), { target: { value: "Des vélos partout" } });
  fireEvent.click(screen.getByRole("button", { name: "Garder l’idée" }));
  expect(await screen.findByText("L’idée est gardée.")).toBeTruthy();
  const input = { sessionId: "session", groupId, language: "fr", authorIds: ["jeanne", "karim"] };
  expect(asked).toEqual([{ name: "keep-idea", input: { ...input, text: "Des vélos partout" } }]);
  expect(closed).toEqual(["closed"]);
});

it("takes whoever has the floor for the author of a line that the facilitator keeps: she writes for the others", () => {
  const speaking = aGroupState({ groupId, floor: { ...emptyFloor, turn: aTurn("léa", 0) } });
  showKeep({ as: "inès", team: true, group: speaking }, ["inès"]);
  expect(names(ticked())).toEqual(["Léa"]);
  cleanup();
  showKeep({ as: "inès", team: true }, ["inès", "jeanne"]);
  expect(ticked()).toEqual([]);
});

const at = (hour: number, minute: number) => Date.UTC(2026, 2, 14, hour, minute);
const taken = (removalId: number, changes: Partial<TakenOutPart> = {}): TakenOutPart => ({
  removalId,
  name: "Karim",
  words: `mots ${removalId}`,
  lines: 1,
  atMs: at(9, 12),
  back: null,
  ...changes,
});

function showParts(parts: readonly TakenOutPart[], mayPutBack = true, locale: Locale = "fr"): Record<string, string>[] {
  const posts: Record<string, string>[] = [];
  const answer = (values: Record<string, string>) => {
    posts.push(values);
    return null;
  };
  const shown = <TakenOutParts parts={parts} documentId="d" sessionId="s" mayPutBack={mayPutBack} />;
  showLive(aLiveSession(seenBy({ as: "jeanne" }), []), shown, {
    locale,
    answer,
    path: `/${locale}/assembly/a/session/s/notes`,
  });
  return posts;
}

it("says of the last part that was taken out who, when and what, also to those who hear the page", () => {
  showParts([taken(1), taken(2, { name: "Léa", lines: 3, atMs: at(9, 30) })]);
  expect(screen.getByRole("status").textContent).toMatch(/^Léa a retiré 3 lignes à 10\sh\s30\.$/);
  expect(screen.getByText("mots 2").closest("details")).toBeNull();
  expect(screen.getByText("mots 1").closest("details")?.querySelector("summary")?.textContent).toBe(
    "Un autre passage retiré",
  );
});

it("says of what is back who put it there, and offers no more to; then nothing is left to be heard", () => {
  showParts([taken(1, { back: { name: "", atMs: at(9, 40) } })], true, "en");
  expect(screen.getByText(/^Put back into the notes by Somebody at/)).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("");
  expect(screen.queryByRole("button", { hidden: true })).toBeNull();
});

it("puts back by one click what whoever writes here wants back, and offers it to nobody who only reads", async () => {
  const posts = showParts([taken(1)]);
  fireEvent.click(screen.getByRole("button", { name: "Remettre dans les notes" }));
  await waitFor(() => expect(posts).toMatchObject([{ documentId: "d", removalId: "1" }]));
  cleanup();
  showParts([taken(1)], false);
  expect(screen.queryByRole("button")).toBeNull();
  cleanup();
  showParts([]);
  expect(screen.queryByRole("region")).toBeNull();
});
