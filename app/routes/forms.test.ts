import { expect, test } from "vitest";
import type { z } from "zod";
import { rowFieldLimits } from "~/app/domain/drafting/row-fields";
import { readForm } from "~/server/http/read-form";
import { addressForm } from "./$lang.address/form";
import { drawForm } from "./$lang.assembly.$assemblyId._recruitment.draw/form";
import { readMeanings } from "./$lang.assembly.$assemblyId._recruitment.recruit_.columns/form";
import { calendarForm } from "./$lang.assembly.$assemblyId.calendar/form";
import { checkForm } from "./$lang.assembly.$assemblyId.device-check/form";
import { deskForm } from "./$lang.assembly.$assemblyId.learning-desk/form";
import { materialForm } from "./$lang.assembly.$assemblyId.learning-desk_.$stepKind.$stepId/form";
import { lettersForm } from "./$lang.assembly.$assemblyId.letters/form";
import { mailsForm } from "./$lang.assembly.$assemblyId.mails/form";
import { membersForm } from "./$lang.assembly.$assemblyId.members/form";
import { phaseForm } from "./$lang.assembly.$assemblyId.phase/form";
import { questionsForm } from "./$lang.assembly.$assemblyId.questions/form";
import { recommendationForm } from "./$lang.assembly.$assemblyId.recommendation.$recommendationId/form";
import { readEdits } from "./$lang.assembly.$assemblyId.recommendation.$recommendationId_.fields/form";
import { startForm } from "./$lang.assembly.$assemblyId.recommendations/form";
import { responseForm } from "./$lang.assembly.$assemblyId.site/form";
import { teamForm } from "./$lang.assembly.$assemblyId.team/form";
import { preparationForm } from "./$lang.assembly.$assemblyId.votes/form";
import { cardForm } from "./$lang.card/form";
import { codeForm as letterCodeForm } from "./$lang.invitation._index/form";
import { newAssemblyForm, newAssemblyOf } from "./$lang.organisation.new-assembly/form";
import { organisationForm, organisationTextsOf } from "./$lang.organisation.settings/form";
import { setUpForm } from "./$lang.setup.$token/form";
import { askForm } from "./$lang.sign-in/form";
import { codeForm } from "./$lang.sign-in_.code/form";
import { whoForm } from "./$lang.sign-in_.who/form";
import { acceptForm } from "./$lang.team-link.$token/form";
import { SOMEONE_ELSE } from "./$lang.team-link.$token/someone-else";

const [ID, OTHER, SEEN] = ["a".repeat(22), "b".repeat(22), "0".repeat(64)];
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a schema makes of a form that was posted with these fields; `commandId` is always there. */
function read<Schema extends z.ZodType>(schema: Schema, fields: Fields) {
  const form = new FormData();
  form.set("commandId", "c".repeat(22));
  for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) form.append(name, each);
  return readForm(schema, form);
}

/** What is refused, as `field: code`. */
function refused(schema: z.ZodType, fields: Fields): string[] {
  const result = read(schema, fields);
  return result.ok ? [] : result.reply.refusals.map(({ field, code }) => `${field}: ${code}`);
}

function taken<Schema extends z.ZodType>(schema: Schema, fields: Fields): z.output<Schema> {
  const result = read(schema, fields);
  if (!result.ok) throw new Error(JSON.stringify(result.reply.refusals));
  return result.value;
}

const vote = { seen: SEEN, threshold: "two-thirds", quorumPercent: "50", closesAt: "" };
const settings = {
  ...{ languages: "fr", "title.fr": "Un\ntitre", timeZone: "Europe/Paris", seats: "110", groupSize: "8" },
  ...{ contactName: "Léa", contactPhone: "01", contactEmail: "lea@exemple.org" },
};
const invite = { intent: "invite", name: "Inès", role: "facilitator", email: "", locale: "fr" };
const session = { intent: "session-add", startsAt: "2026-03-14T09:00", endsAt: "2026-03-14T12:00", place: "online" };
const item = { intent: "item-add", version: "1", sessionId: ID, mode: "plenary", minutes: "15" };
const response = { intent: "record", seen: SEEN, form: ID, state: "accepted", answeredOn: "2026-05-01" };

test.each([
  ["an address to sign in with", askForm, { email: " " }, ["email: field-required"]],
  ["an address to sign in with", askForm, { email: "lea@" }, ["email: email-invalid"]],
  ["one's own address", addressForm, { intent: "ask", email: "" }, ["email: field-required"]],
  ["one's own address", addressForm, { intent: "ask", email: "lea" }, ["email: email-invalid"]],
  ["a code", codeForm, { code: "  " }, ["code: field-required"]],
  ["a code", codeForm, { code: "1".repeat(41) }, ["code: code-not-six-digits"]],
  ["the code of a card", cardForm, { code: "" }, ["code: field-required"]],
  ["the code of a card", cardForm, { code: "K".repeat(61) }, ["code: card-code-wrong"]],
  ["the code of a letter", letterCodeForm, { code: " " }, ["code: field-required"]],
  ["who it is", whoForm, {}, ["personId: choose-who"]],
  ["who it is", whoForm, { personId: "x" }, ["personId: choose-who"]],
  ["who accepts", acceptForm, { personId: "x" }, ["personId: choose-who"]],
  ["who accepts", acceptForm, { email: "lea" }, ["email: email-invalid"]],
  [
    "the first organiser",
    setUpForm,
    { organisationName: "Ville", name: "", email: "", locale: "fr" },
    ["name: field-required", "email: field-required"],
  ],
  ["somebody of the team", teamForm, { ...invite, name: " " }, ["name: field-required"]],
  ["somebody of the team", teamForm, { ...invite, role: "member" }, ["role: choice-invalid"]],
  ["somebody of the team", teamForm, { ...invite, email: "ines" }, ["email: email-invalid"]],
  ["a mended address", mailsForm, { intent: "resend-team", form: ID, email: "" }, ["email: field-required"]],
  ["a vote", preparationForm, { ...vote, quorumPercent: "101" }, ["quorumPercent: number-too-large"]],
  ["a vote", preparationForm, { ...vote, quorumPercent: "half" }, ["quorumPercent: number-invalid"]],
  ["a vote", preparationForm, { ...vote, quorumPercent: "33.3" }, ["quorumPercent: number-invalid"]],
  ["a vote", preparationForm, { ...vote, quorumPercent: " " }, ["quorumPercent: number-invalid"]],
  ["a vote", preparationForm, { ...vote, threshold: "all" }, ["threshold: choice-invalid"]],
  [
    "a new assembly",
    newAssemblyForm,
    { ...settings, organisationId: ID, template: "student-convention", startsOn: "soon" },
    ["startsOn: date-invalid"],
  ],
  ["a session", calendarForm, { ...session, startsAt: "" }, ["startsAt: field-required"]],
  ["a session", calendarForm, { ...session, place: "moon" }, ["place: choice-invalid"]],
  ["a point of the agenda", calendarForm, { ...item, minutes: "ten" }, ["minutes: number-invalid"]],
  ["a text that is opened again", recommendationForm, { intent: "unlock", reason: " " }, ["reason: reason-missing"]],
  ["an idea to link", recommendationForm, { intent: "link-idea", ideaId: "" }, ["ideaId: choice-invalid"]],
  ["an answer of the authority", responseForm, { ...response, state: "maybe" }, ["state: choice-invalid"]],
  ["an answer of the authority", responseForm, { ...response, answeredOn: "" }, ["answeredOn: field-required"]],
  ["a reason to draw again", drawForm, { intent: "draw", reason: "a".repeat(2001) }, ["reason: too-long"]],
  ["a letter's deadline", lettersForm, { deadline: "" }, ["deadline: field-required"]],
  ["what a page would not send", phaseForm, { intent: "advance", seen: "x", to: ID }, ["seen: form-invalid"]],
  ["what a page would not send", mailsForm, { intent: "send-all" }, ["intent: form-invalid"]],
] as const)("refuses %s once, beside its field (%#)", (...[, schema, fields, wanted]) => {
  expect(refused(schema, fields)).toEqual(wanted);
});

test("an empty address is as good as none where a card or the desk is another way in", () => {
  expect(taken(teamForm, invite)).toMatchObject({ email: "", role: "facilitator" });
  expect(taken(acceptForm, { personId: SOMEONE_ELSE, name: " Inès ", email: "" })).toMatchObject({ name: "Inès" });
});

test("one box ticked is a list of one, none an empty list", () => {
  expect(taken(membersForm, { intent: "print", participation: ID })).toMatchObject({ participation: [ID] });
  expect(taken(membersForm, { intent: "print", participation: [ID, OTHER] })).toMatchObject({
    participation: [ID, OTHER],
  });
  expect(taken(membersForm, { intent: "print" })).toMatchObject({ participation: [] });
  expect(taken(startForm, { ideaIds: ID })).toMatchObject({ ideaIds: [ID], groupId: "", title: "" });
  expect(taken(lettersForm, { deadline: "d", letter: [ID, OTHER] })).toMatchObject({ letter: [ID, OTHER] });
  expect(taken(phaseForm, { intent: "advance", seen: "3", to: ID, keep: OTHER })).toMatchObject({ keep: [OTHER] });
});

test("a draw is made by what is offered where nothing was chosen, and goes back to the page it came from", () => {
  expect(taken(drawForm, { intent: "draw" })).toMatchObject({ lottery: 1000, reason: "" });
  expect(taken(drawForm, { intent: "draw", lottery: "10000" })).toMatchObject({ lottery: 10_000 });
  expect(taken(drawForm, { intent: "stop", runId: ID, back: "recruit/quotas" })).toMatchObject({
    back: "recruit/quotas",
  });
  expect(refused(drawForm, { intent: "stop", runId: ID, back: "https://elsewhere.test" })).toEqual([
    "back: choice-invalid",
  ]);
});

test("what was not measured at a device check is nothing, not zero", () => {
  const check = { microphoneLevel: "", camera: "yes", speaker: "no", roundTripMs: "", trouble: "" };
  const nothing = { microphoneLevel: null, camera: true, speaker: false, roundTripMs: null, trouble: null };
  expect(taken(checkForm, check)).toMatchObject(nothing);
  expect(taken(checkForm, { ...check, microphoneLevel: "0", roundTripMs: "40" })).toMatchObject({
    microphoneLevel: 0,
    roundTripMs: 40,
  });
  expect(refused(checkForm, { ...check, microphoneLevel: "1.2" })).not.toEqual([]);
});

test("minutes are read with a comma too, and what is none is left to the rule that knows the bounds", () => {
  const material = { phaseId: ID, kind: "video", minutes: "7,5" };
  expect(taken(materialForm, material).minutes).toBe(7.5);
  expect(taken(materialForm, { ...material, minutes: " " }).minutes).toBeNaN();
  expect(refused(materialForm, { ...material, phaseId: "" })).toEqual(["phaseId: phase-unknown"]);
});

test("a step of the learning desk is moved or removed for what it is", () => {
  expect(taken(deskForm, { intent: "move", kind: "task", id: ID, direction: "up" })).toMatchObject({ kind: "task" });
  expect(refused(deskForm, { intent: "move", kind: "task", id: ID, direction: "away" })).toEqual([
    "direction: choice-invalid",
  ]);
});

test("an answer to a question knows whether there was one before", () => {
  const answer = { intent: "answer", questionId: ID, answer: "Oui" };
  expect(taken(questionsForm, { ...answer, seenAtMs: "" })).toMatchObject({ seenAtMs: null });
  expect(taken(questionsForm, { ...answer, seenAtMs: "1700" })).toMatchObject({ seenAtMs: 1700 });
});

test("a column that was given no meaning, or one that there is not, is not imported", () => {
  const read = readMeanings({ "meaning.0": "name", "meaning.1": "secret", "meaning.3": "email" });
  expect(read.slice(0, 4)).toEqual(["name", "ignore", "ignore", "email"]);
  expect(new Set(read.slice(4))).toEqual(new Set(["ignore"]));
});

test("the settings of an assembly are read in its languages alone, titles on one line", () => {
  const posted = {
    ...settings,
    "title.en": "A title",
    organisationId: ID,
    template: "student-convention",
    startsOn: "2026-03-01",
  };
  expect(newAssemblyOf(taken(newAssemblyForm, posted))).toMatchObject({
    title: { fr: "Un titre" },
    languages: ["fr"],
    seats: 110,
    startsOn: "2026-03-01",
  });
  const both = newAssemblyOf(taken(newAssemblyForm, { ...posted, languages: ["en", "fr"] }));
  expect([both.languages, both.title]).toEqual([["fr", "en"], { fr: "Un titre", en: "A title" }]);
});

test("the texts of an organisation leave out a language that was left empty", () => {
  const posted = { organisationId: ID, seen: SEEN, name: " Ville ", "privacy.fr": "Nous gardons…", "privacy.en": " " };
  const texts = organisationTextsOf(taken(organisationForm, posted));
  expect([texts.name, texts.privacy, texts.legalNotice]).toEqual(["Ville", { fr: "Nous gardons…" }, {}]);
});

test("the texts that a page saves while they are typed have the page's line ends, and are measured with them", () => {
  expect(readEdits({ "cost-from": "a\r\nb", "cost-to": "a\r\nc", "title-from": "x" })).toEqual({
    cost: { from: "a\nb", to: "a\nc" },
  });
  const longest = `${"a".repeat(rowFieldLimits.cost - 2)}\nb`;
  expect(readEdits({ "cost-from": "", "cost-to": longest.replace("\n", "\r\n") })).toEqual({
    cost: { from: "", to: longest },
  });
  expect(readEdits({ "title-from": "", "title-to": "a".repeat(rowFieldLimits.title + 1) })).toEqual({
    tooLong: "title",
  });
});
