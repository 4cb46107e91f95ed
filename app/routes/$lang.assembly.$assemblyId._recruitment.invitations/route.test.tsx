import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import { showPage } from "~/app/components/testing/show-page";
import type { Role } from "~/app/domain/assembly/role";
import type { Locale } from "~/app/domain/kernel/locale";
import { participation } from "~/app/domain/testing/live";
import { readForm } from "~/server/http/read-form";
import { AlternatesCard } from "./alternates-card";
import { invitationsForm } from "./form";
import { InvitedList } from "./invited-list";
import type { InvitedPerson } from "./invited-person";
import { OverdueCard } from "./overdue-card";
import { RecordAnswer } from "./record-answer";
import { ReplaceCard } from "./replace-card";
import { SeatsPicture } from "./seats-picture";
import { SendCard } from "./send-card";
import { UndrawnCard } from "./undrawn-card";

afterEach(cleanup);

const nowMs = Date.UTC(2026, 2, 14, 9, 0);
const PERSON = "p".repeat(22);

const someone = (name: string, changes: Partial<InvitedPerson> = {}): InvitedPerson => ({
  ...{ id: PERSON, name, email: null, phone: null, state: "sent", overdue: false, vacant: false, drawOrdinal: 1 },
  ...{ seat: null, sentBy: "letter", mail: null, deadlineMs: null, answeredBy: null },
  ...changes,
});

/** Shows a piece of the organiser's page, in recruitment unless told; `posts` collects what its forms send. */
function show(piece: ReactNode, { role = "organiser", locale = "fr" }: { role?: Role; locale?: Locale } = {}) {
  const posts: Record<string, string>[] = [];
  const answer = (values: Record<string, string>) => {
    posts.push(values);
    return null;
  };
  const roles = [{ role, participationId: participation("claire") }];
  showPage(piece, { locale, answer, assembly: { roles, openPhases: ["recruitment"] } });
  return posts;
}

const cellsOf = (row: Element) => [...row.querySelectorAll("td")].map(({ textContent }) => textContent ?? "");
const rows = () => [...document.querySelectorAll("tbody tr")].map(cellsOf);
/** What the page's form posted, as the route reads it. */
const read = (values: Record<string, string> | undefined) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values ?? {})) form.set(name, value);
  return readForm(invitationsForm, form);
};
const buttons = () => screen.queryAllByRole("button").map(({ textContent }) => textContent);

it("says of everybody what they answered and by which way, or until when they are awaited", () => {
  const deadlineMs = Date.UTC(2026, 2, 28, 17, 0);
  const people = [
    someone("Jeanne", { id: "1", state: "accepted", answeredBy: "link", seat: 12 }),
    someone("Karim", { id: "2", state: "accepted", answeredBy: "phone", seat: 3 }),
    someone("Léa", { id: "3", deadlineMs }),
    someone("Sonia", { id: "4", state: "declined", vacant: true }),
    someone("Odette", { id: "5", state: "withdrawn", drawOrdinal: 2 }),
  ];
  show(<InvitedList people={people} show="all" />);
  const said = rows().map(([person = "", state = ""]) => `${person}: ${state}`);
  expect(said.slice(0, 2)).toEqual(["Jeannesiège 12: ouipar son lien", "Karimsiège 3: ouipar téléphone"]);
  expect(said[2]).toMatch(/^Léa: en attentepar lettre, jusqu’au 28 mars/);
  expect(said.slice(3)).toEqual(["Sonia: nonsiège à pourvoir", "Odetteremplacement: s’est retiré·eremplacé·e"]);
});

it("counts those who are late apart from those who still have time, and shows only those who were asked for", () => {
  const people = [someone("Jeanne", { id: "1" }), someone("Karim", { id: "2", overdue: true, state: "sent" })];
  show(<InvitedList people={people} show="overdue" />);
  const ways = within(screen.getByRole("navigation", { name: "Montrer" })).getAllByRole("link");
  expect(ways.map((way) => [way.textContent, way.getAttribute("aria-current")])).toEqual([
    ["Tous 2", null],
    ["en attente 1", null],
    ["en retard 1", "true"],
  ]);
  expect(rows().map(([name]) => name)).toEqual(["Karim"]);
});

it("shows everybody where an address asks for what there is not, and says that nobody is in an empty case", () => {
  show(<InvitedList people={[someone("Jeanne")]} show="strange" />);
  expect(rows()).toHaveLength(1);
  cleanup();
  show(<InvitedList people={[someone("Jeanne")]} show="accepted" />, { locale: "en" });
  expect(document.querySelector("table")).toBeNull();
  expect(screen.getByRole("link", { current: true }).textContent).toMatch(/0$/);
});

it("gives the phone first, in a way that a phone can dial, and says who has no mail", () => {
  show(<InvitedList people={[someone("Jeanne", { phone: "+33 (0)1 23-45", email: "j@exemple.org" })]} show="all" />);
  expect(screen.getAllByRole("link", { name: /\+33|@/ }).map((link) => link.getAttribute("href"))).toEqual([
    "tel:+3312345",
    "mailto:j@exemple.org",
  ]);
  cleanup();
  show(<InvitedList people={[someone("Karim")]} show="all" />);
  expect(screen.getByText("pas de courriel")).toBeTruthy();
});

it.each([
  ["prepared", {}, ["A dit oui…", "A dit non…"]],
  ["sent", {}, ["A dit oui…", "A dit non…"]],
  ["declined", { vacant: true }, ["A dit oui…"]],
  ["declined", {}, []],
  ["unanswered", { vacant: true }, ["A dit oui…"]],
  ["withdrawn", { vacant: true }, []],
  ["accepted", { seat: 4 }, ["Se retire…"]],
] as const)("of somebody who is %s (%o) can be noted what may still change: %o", (state, changes, wanted) => {
  show(<RecordAnswer person={someone("Jeanne", { state, ...changes })} />);
  expect(buttons()).toEqual(wanted);
});

it("lets nobody who may only look note an answer", () => {
  show(<RecordAnswer person={someone("Jeanne")} />, { role: "guarantor" });
  expect(buttons()).toEqual([]);
});

it("notes a yes said on the phone, with whether the name may be public, after a question by name", async () => {
  const posts = show(<RecordAnswer person={someone("Jeanne")} />);
  fireEvent.click(screen.getByRole("button", { name: "A dit oui…" }));
  const question = within(screen.getByRole("dialog", { name: /^Jeanne a dit oui/ }));
  fireEvent.click(question.getByRole("checkbox", { name: /Mon nom peut être publié/ }));
  fireEvent.click(question.getByRole("button", { name: "Noter le oui" }));
  await waitFor(() => expect(posts).toHaveLength(1));
  expect(read(posts[0])).toMatchObject({
    ok: true,
    value: { intent: "record-yes", invitationId: PERSON, namePublic: "on" },
  });
});

it("sends mails and prints letters, each to as many as it is for, with two weeks to answer", async () => {
  const people = [{ email: "a@exemple.org" }, { email: null }, { email: "" }];
  const posts = show(<SendCard people={people} languages={["fr", "en"]} nowMs={nowMs} />);
  expect(screen.getByRole("heading", { name: "3 invitations à envoyer" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Imprimer 2 lettres" })).toBeTruthy();
  fireEvent.change(screen.getByLabelText("Langue des courriels"), { target: { value: "en" } });
  fireEvent.click(screen.getByRole("button", { name: "Envoyer 1 courriel" }));
  await waitFor(() => expect(posts).toHaveLength(1));
  expect(read(posts[0])).toMatchObject({ ok: true, value: { intent: "send", language: "en" } });
  expect(posts[0]?.deadline).toMatch(/^2026-03-28T/);
});

it("asks for no language where the assembly has one, and for no deadline where nobody has a mail", () => {
  show(<SendCard people={[{ email: "a@exemple.org" }]} languages={["en"]} nowMs={nowMs} />);
  expect(screen.queryByLabelText("Langue des courriels")).toBeNull();
  expect(document.querySelector<HTMLInputElement>("[name=language]")?.value).toBe("en");
  cleanup();
  show(<SendCard people={[{ email: null }]} languages={["fr"]} nowMs={nowMs} />);
  expect(screen.queryByLabelText(/Répondre avant le/)).toBeNull();
  expect(buttons()).toEqual([]);
});

it("closes what nobody answered in time only after it has proposed to call first", () => {
  const posts = show(<OverdueCard count={1} />);
  expect(screen.getByRole("heading", { name: "1 personne n’a pas répondu à temps" })).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Clore sans réponse…" }));
  expect(within(screen.getByRole("dialog")).getByText(/^Appelez-les peut-être d’abord/)).toBeTruthy();
  expect(posts).toEqual([]);
});

it("draws replacements while there is a pool to draw them from, and says why not where there is none", () => {
  show(<ReplaceCard count={2} deleted={false} />);
  expect(buttons()).toEqual(["Tirer 2 remplaçants"]);
  cleanup();
  show(<ReplaceCard count={2} deleted />);
  expect(buttons()).toEqual([]);
  expect(screen.getByText(/sont supprimés.*resteront vides/)).toBeTruthy();
  cleanup();
  show(<ReplaceCard count={1} deleted={false} />, { role: "guarantor" });
  expect(buttons()).toEqual([]);
});

it("proposes one alternate for five seats, one at least, and asks before it draws others", () => {
  const card = (seats: number) => <AlternatesCard alternates={null} seats={seats} drawing={false} deleted={false} />;
  const proposed = (seats: number) => {
    show(card(seats));
    const { value } = screen.getByLabelText<HTMLInputElement>(/^Combien/);
    cleanup();
    return value;
  };
  expect([proposed(110), proposed(11), proposed(2)]).toEqual(["22", "3", "1"]);
  show(<AlternatesCard alternates={null} seats={110} drawing deleted={false} />);
  expect(buttons()).toEqual([]);
});

it("colours the room as it fills, never more seats than there are", () => {
  show(<SeatsPicture seats={5} accepted={1} waiting={2} />);
  expect(screen.getByRole("img", { name: "1 oui, 2 en attente de réponse, sur 5 sièges" })).toBeTruthy();
  expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "oui 1",
    "en attente de réponse 2",
    "à pourvoir 2",
  ]);
  cleanup();
  show(<SeatsPicture seats={2} accepted={2} waiting={3} />, { locale: "en" });
  expect(screen.getAllByRole("listitem").at(-1)?.textContent).toMatch(/ 0$/);
});

it("proposes a month before those who were not drawn are forgotten, and says afterwards when that was", () => {
  show(<UndrawnCard pool={{ deleteAtMs: null, deletedAtMs: null }} nowMs={nowMs} />);
  expect(screen.getByLabelText<HTMLInputElement>(/^Supprimer le/).value).toBe("2026-04-13");
  fireEvent.click(screen.getByRole("button", { name: "Supprimer maintenant…" }));
  expect(within(screen.getByRole("dialog")).getByText(/^Cela ne se défait pas/)).toBeTruthy();
  cleanup();
  show(<UndrawnCard pool={{ deleteAtMs: null, deletedAtMs: nowMs }} nowMs={nowMs} />);
  expect(screen.getByText(/Supprimées le/).textContent).toContain("14 mars 2026");
  expect(buttons()).toEqual([]);
});

it.each([
  [{ intent: "send", deadline: "" }, [["deadline", "field-required"]]],
  [{ intent: "send", deadline: "2026-03-28T18:00", language: "de" }, [["language", "choice-invalid"]]],
  [{ intent: "withdraw", invitationId: "x" }, [["invitationId", "form-invalid"]]],
  [{ intent: "withdraw", invitationId: PERSON, reason: "a".repeat(2001) }, [["reason", "too-long"]]],
  [{ intent: "plan-deletion", deleteAt: "" }, [["deleteAt", "field-required"]]],
  [{ intent: "delete-everything" }, [["intent", "choice-invalid"]]],
])("refuses %o, each beside its field", (values, wanted) => {
  const result = read({ commandId: "c".repeat(22), ...values });
  expect(result.ok || result.reply.refusals.map(({ field, code }) => [field, code])).toEqual(wanted);
});
