import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import type { FieldsView } from "~/app/components/editor/field-saver";
import { FieldSaver } from "~/app/components/editor/field-saver";
import { serverPage, showPage } from "~/app/components/testing/show-page";
import type { PhaseKind } from "~/app/domain/assembly/phase";
import { knownId } from "~/app/domain/kernel/ids";
import { participation } from "~/app/domain/testing/live";
import { heldPauses } from "~/realtime/testing/held-pauses";
import { LockDialog, type LockDialogProps } from "./lock-dialog";
import { ReadText } from "./read-text";
import { RowFieldInput } from "./row-field-input";
import { Sources } from "./sources";
import type { RecommendationView } from "./view";

afterEach(cleanup);

const words = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const content = {
  ...{ title: "Isoler", action: words("Isoler les logements."), reasons: words("Ils sont froids.") },
  ...{ addressee: "La ville", cost: "", tradeOffs: { type: "doc", content: [] } },
};

const aView = (changes: Partial<RecommendationView> = {}): RecommendationView => ({
  ...{ id: knownId("r".repeat(22)), documentId: knownId("d".repeat(22)), number: 3, version: 1, title: "Isoler" },
  ...{ addressee: "La ville", cost: "", language: "fr", state: "draft", group: null, authors: [], ideas: [] },
  ...{ otherIdeas: [], otherMembers: [], content, missing: [], lock: null, mayWrite: false, mayLock: false },
  ...{ mayUnlock: false, heard: {}, myName: "Jeanne" },
  ...changes,
});

function show(piece: ReactNode, openPhases: readonly PhaseKind[] = ["drafting"]): Record<string, string>[] {
  const posts: Record<string, string>[] = [];
  const answer = (values: Record<string, string>) => {
    posts.push(values);
    return null;
  };
  const roles = [{ role: "member" as const, participationId: participation("jeanne") }];
  showPage(piece, { answer, assembly: { roles, openPhases } });
  return posts;
}

it("says to those who read why they do not write: it is others' text, or not the time for it", () => {
  show(<ReadText view={aView()} />);
  expect(screen.getByText(/^Vous lisez ce texte/)).toBeTruthy();
  cleanup();
  show(<ReadText view={aView()} />, ["decision"]);
  expect(screen.getByText(/^La rédaction n’est pas ouverte/)).toBeTruthy();
  cleanup();
  show(<ReadText view={aView({ state: "locked" })} />);
  expect(screen.queryByText(/^Vous lisez|n’est pas ouverte/)).toBeNull();
});

it("says to those who would write, before any script, that writing together needs scripts, and shows what is stored", () => {
  const page = within(serverPage(<ReadText view={aView({ mayWrite: true })} />));
  expect(page.getByText(/il faut JavaScript/)).toBeTruthy();
  expect(page.getByText("Isoler les logements.")).toBeTruthy();
});

it("without scripts a text is submitted by a form that says which short texts were seen", () => {
  const view = aView({ mayWrite: true, mayLock: true });
  const form = serverPage(<ReadText view={view} />).querySelector("form");
  if (!form) throw new Error("no form");
  expect([form.method, Object.fromEntries(new FormData(form))]).toMatchObject([
    "post",
    { intent: "lock", title: "Isoler", addressee: "La ville", cost: "" },
  ]);
});

it("offers no submitting while the title or what is asked is missing, nor to those who submit from the editor", () => {
  const offered = (changes: Partial<RecommendationView>) => {
    show(<ReadText view={aView(changes)} />);
    const found = screen.queryByRole("button", { name: "Soumettre et verrouiller" }) !== null;
    cleanup();
    return found;
  };
  expect([
    offered({ mayLock: true }),
    offered({ mayLock: true, missing: ["title-missing"] }),
    offered({ mayLock: true, mayWrite: true }),
    offered({}),
  ]).toEqual([true, false, false, false]);
});

it("a locked text says since when, by which fingerprint it is known, and is opened again with a reason only by who may", async () => {
  const lock = { atMs: Date.UTC(2026, 4, 2, 15, 0), contentHash: "ab".repeat(32) };
  const posts = show(<ReadText view={aView({ state: "locked", lock, mayUnlock: true })} />);
  expect(screen.getByText(/^Verrouillée le/).textContent).toMatch(/2 mai 2026.*17\sh/);
  expect(screen.getByText("ab".repeat(32))).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Rouvrir le texte" }));
  const question = within(screen.getByRole("dialog"));
  fireEvent.change(question.getByLabelText(/^Raison/), { target: { value: "Une faute" } });
  fireEvent.click(question.getByRole("button", { name: "Rouvrir le texte" }));
  await waitFor(() => expect(posts).toMatchObject([{ intent: "unlock", reason: "Une faute" }]));
});

it("shows the frozen title, else the one of now, else that there is none", () => {
  const title = (changes: Partial<RecommendationView>) => {
    show(<ReadText view={aView(changes)} />);
    const shown = screen.getByRole("heading", { level: 1 }).textContent;
    cleanup();
    return shown;
  };
  expect([
    title({ title: "Autrement", content }),
    title({ title: "Autrement", content: null }),
    title({ title: "", content: null }),
  ]).toEqual(["Isoler", "Autrement", "Sans titre"]);
});

const seen = { title: "Isoler", addressee: "La ville", cost: "" };
const dialog = (changes: Partial<LockDialogProps>) => (
  <LockDialog seen={seen} writers={[]} missing={() => []} saveAll={async () => true} {...changes} />
);
const ask = () => fireEvent.click(screen.getByRole("button", { name: "Soumettre et verrouiller" }));

it("saves everything before it asks, once for two presses, and asks what a lock means with who else writes", async () => {
  let saved = 0;
  let answer: (ok: boolean) => void = () => {};
  const saveAll = () => {
    saved += 1;
    return new Promise<boolean>((resolve) => {
      answer = resolve;
    });
  };
  const posts = show(dialog({ saveAll, writers: ["Karim", "Léa"] }));
  ask();
  fireEvent.click(screen.getByRole("button", { busy: true }));
  expect([saved, screen.queryByRole("dialog")]).toEqual([1, null]);
  await act(async () => answer(true));
  const question = within(screen.getByRole("dialog"));
  expect(question.getByText(/Karim et Léa écrivent aussi/)).toBeTruthy();
  fireEvent.click(question.getByRole("button", { name: "Verrouiller le texte" }));
  await waitFor(() => expect(posts).toMatchObject([{ intent: "lock", ...seen }]));
});

it("locks nothing that is not saved yet, and says so", async () => {
  show(dialog({ saveAll: async () => false }));
  ask();
  expect(await screen.findByText(/n’est pas encore enregistré/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Verrouiller le texte" })).toBeNull();
});

it("lists what is still to be written instead of the question, as it is when one asks", async () => {
  let missing: ReturnType<LockDialogProps["missing"]> = ["title-missing", "action-missing"];
  show(dialog({ missing: () => missing }));
  ask();
  const list = within(await screen.findByRole("dialog"));
  expect(list.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "le titre",
    "ce que vous demandez",
  ]);
  fireEvent.click(list.getByRole("button", { name: "Fermer" }));
  missing = [];
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  ask();
  expect(await screen.findByRole("button", { name: "Verrouiller le texte" })).toBeTruthy();
});

/** A short field with what its page knows; nothing is sent: its pauses are held. */
function showField(field: "title" | "cost", changes: Partial<FieldsView> = {}): FieldSaver {
  const options = { version: 1, texts: seen, newCommandId: () => "c", onClosed: () => {}, pauses: heldPauses() };
  const saver = new FieldSaver({ url: "http://127.0.0.1:1/fields", ...options });
  const fields = { typed: seen, conflicts: [], status: "saved" as const, ...changes, saver };
  show(<RowFieldInput field={field} language="fr" fields={fields} />);
  return saver;
}

it("keeps a title on one line, whatever is pasted into it, and lets other short texts have several", () => {
  const title = showField("title");
  const box = screen.getByLabelText("Titre");
  expect(fireEvent.keyDown(box, { key: "Enter" })).toBe(false);
  fireEvent.change(box, { target: { value: "Isoler\n  les logements" } });
  expect(title.view().typed.title).toBe("Isoler les logements");
  cleanup();
  const cost = showField("cost");
  fireEvent.change(screen.getByLabelText(/^Ce que cela coûte/), { target: { value: "Peu\nou rien" } });
  expect(cost.view().typed.cost).toBe("Peu\nou rien");
});

it("shows what somebody else has written in the same field beside one's own, and lets one choose", () => {
  showField("cost", { conflicts: [{ field: "cost", theirs: "Dix millions" }] });
  const notice = within(screen.getByRole("status"));
  expect(notice.getByText(/quelqu’un vient d’y écrire autre chose/)).toBeTruthy();
  expect(notice.getByText(/Dix millions/)).toBeTruthy();
  expect(notice.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
    "Garder le mien",
    "Prendre le leur",
  ]);
  cleanup();
  showField("title", { conflicts: [{ field: "cost", theirs: "Dix millions" }] });
  expect(screen.queryByText(/Dix millions/)).toBeNull();
});

const anIdea = (letter: string, text: string) => ({
  ...{ id: knownId<"idea">(letter.repeat(22)), text, language: "fr" as const },
  ...{ groupId: knownId<"group">("g".repeat(22)), authors: ["Karim", "Léa"] },
  ...{ group: { number: 2, round: 2, session: "Premier week-end" } },
});

it("says where a text comes from: each idea with who brought it and where, and who writes", () => {
  const authors = [
    { id: participation("1"), name: "Jeanne" },
    { id: participation("2"), name: "Sonia" },
  ];
  show(<Sources view={aView({ ideas: [anIdea("i", "Des volets")], authors })} />);
  expect(screen.getByText("Karim et Léa · Groupe 2, tour 2, Premier week-end")).toBeTruthy();
  expect(screen.getByText("Jeanne et Sonia")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
  cleanup();
  show(<Sources view={aView()} />);
  expect(screen.getByText("Personne ne l’écrit encore.")).toBeTruthy();
  expect(screen.getByText(/^Aucune idée n’est encore reliée/)).toBeTruthy();
});

it("lets those who write link and unlink ideas, a long one on one line, and those who lead add authors", async () => {
  const long = `${"mot ".repeat(40)}fin`;
  const otherMembers = [{ id: participation("m"), name: "Odette" }];
  const view = aView({ mayWrite: true, mayLock: true, ideas: [anIdea("i", "Des volets")], otherMembers });
  const posts = show(<Sources view={{ ...view, otherIdeas: [anIdea("j", long)] }} />);
  fireEvent.click(screen.getByRole("button", { name: /^Ne plus relier\s+: Des volets$/ }));
  await waitFor(() => expect(posts).toMatchObject([{ intent: "unlink-idea", ideaId: "i".repeat(22) }]));
  fireEvent.click(screen.getByRole("button", { name: "Relier une idée" }));
  const option = within(screen.getByRole("dialog")).getByRole("option", { name: /^mot/ });
  expect(option.textContent).toMatch(/mot… \(Karim, Léa\)$/);
  expect(option.textContent?.length).toBeLessThan(110);
});
