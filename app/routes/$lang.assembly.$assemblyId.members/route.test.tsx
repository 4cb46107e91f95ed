import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { serverPage, showPage } from "~/app/components/testing/show-page";
import { readForm } from "~/server/http/read-form";
import { membersForm } from "./form";
import { type MemberLine, MemberTable } from "./member-table";
import { PrintForm } from "./print-form";

afterEach(cleanup);

const member = (letter: string, changes: Partial<MemberLine> = {}): MemberLine => ({
  ...{ id: letter.repeat(22), seat: 1, name: `Membre ${letter}`, byMail: false, byPhone: false, phone: null },
  ...{ card: false, lastSeenAtMs: null, device: null },
  ...changes,
});
const table = (members: readonly MemberLine[], may = true) => (
  <MemberTable members={members} mayPrint={may} mayHandOver={may} />
);
const rows = () =>
  [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map(({ textContent }) => textContent ?? ""),
  );

it("says by which ways each member can be reached, a card being one of them, and who by none", () => {
  const phone = "+33 (0)1 23 45";
  const both = member("b", { byMail: true, card: true });
  showPage(table([member("a"), both, member("c", { byPhone: true, phone }), member("d", { card: true })], false));
  expect(rows().map(([, , reach]) => reach)).toEqual(["injoignable", "courrielcarte", phone, "carte"]);
  expect(screen.getByRole("link", { name: `Appeler Membre c au ${phone}` }).getAttribute("href")).toBe("tel:+3312345");
});

it("says who was never signed in and whose device needs help, also of a member without a seat yet", () => {
  const lines = [member("a", { device: "trouble", seat: null }), member("b", { device: "fine", lastSeenAtMs: 0 })];
  showPage(table(lines, false), { locale: "en" });
  const [first, second] = rows();
  expect(first?.[0]).toMatch(/–$/);
  expect(first?.slice(3, 5)).toEqual(["never signed in", "needs help"]);
  expect(second?.[3]).toMatch(/1 January 1970/);
});

it("offers neither cards nor to hand a device over to those who may not", () => {
  showPage(table([member("a")], false));
  expect(screen.queryByRole("button")).toBeNull();
});

it("warns before a card that an older one ends, and makes it for that member only", async () => {
  const posts: Record<string, string>[] = [];
  const answer = (values: Record<string, string>) => {
    posts.push(values);
    return null;
  };
  showPage(table([member("a", { card: true }), member("b")]), { answer });
  fireEvent.click(screen.getByRole("button", { name: "Carte Membre b" }));
  expect(within(screen.getByRole("dialog")).queryByText(/a déjà une carte/)).toBeNull();
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Annuler" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  fireEvent.click(screen.getByRole("button", { name: "Carte Membre a" }));
  const question = within(screen.getByRole("dialog"));
  expect(question.getByText(/a déjà une carte/)).toBeTruthy();
  fireEvent.click(question.getByRole("button", { name: "Faire la carte" }));
  await waitFor(() => expect(posts).toMatchObject([{ intent: "print", participation: "a".repeat(22) }]));
});

it("ticks those who have no other way in for a card, and posts those who are ticked, before any script", () => {
  const members = [member("a"), member("b", { byMail: true }), member("c", { card: true }), member("d")];
  const form = serverPage(<PrintForm members={members} />).querySelector("form");
  const read = readForm(membersForm, new FormData(form ?? undefined));
  expect(read).toMatchObject({ ok: true, value: { participation: ["a".repeat(22), "d".repeat(22)] } });
});

it("lists an assembly of 150 in the order that it was given", () => {
  const everybody = Array.from({ length: 150 }, (_, at) => ({ ...member("a"), id: `member-${at}`, seat: at + 1 }));
  showPage(table(everybody, false));
  expect([rows().length, rows()[149]?.[0]]).toEqual([150, expect.stringMatching(/150$/)]);
});
