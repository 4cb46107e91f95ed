import { Form } from "@remix-run/react";
import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it } from "vitest";
import type { LiveState } from "~/app/domain/deliberation/live-state";
import { knownId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { aGroupState, aHelpCall, anEntry, aTurn, group } from "~/app/domain/testing/live";
import type { LiveConnection } from "~/realtime/browser/live/live-session";
import { aLiveSession, aLiveState, anAttendee, aRound } from "~/realtime/testing/live-builders";
import { emptyFloor } from "../../domain/deliberation/live-state";
import { TextField } from "../field/text-field";
import { serverLive, showLive } from "../testing/show-live";
import { FormRefused } from "./form-refused";
import { tableRights } from "./group-roles";
import { HallDock } from "./hall-dock";
import { HelpBar } from "./help-bar";
import { IdeaList } from "./idea-list";
import { LiveConfirm } from "./live-confirm";
import { LiveButton, LiveForm, LiveSubmit } from "./live-form";
import { readLiveForm } from "./read-live-form";
import { SpeakingQueue } from "./speaking-queue";

afterEach(cleanup);

const jeanne = aLiveState({ as: "jeanne" });

/** Shows a piece whose commands wait until the test answers them; `asked` collects their names. */
function showAsking(piece: ReactNode, connection: LiveConnection = "online") {
  const asked: string[] = [];
  const answers: ((result: Result<unknown>) => void)[] = [];
  const send = (name: string) => {
    asked.push(name);
    return new Promise<Result<unknown>>((resolve) => answers.push(resolve));
  };
  showLive({ ...aLiveSession(jeanne, ["jeanne"]), connection, send }, piece);
  const answer = (result: Result<unknown>) => act(async () => answers.shift()?.(result));
  return { asked, answer };
}

const hand = (
  <LiveButton command="ask-turn" input={{ groupId: null }}>
    Demander la parole
  </LiveButton>
);
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

it("asks once for two presses, says that it is busy, and may be pressed again once it was answered", async () => {
  const { asked, answer } = showAsking(hand);
  press("Demander la parole");
  const button = screen.getByRole("button");
  fireEvent.click(button);
  expect(asked).toEqual(["ask-turn"]);
  expect([button.getAttribute("aria-busy"), button.textContent]).toEqual(["true", "Envoi en cours…"]);
  await answer({ ok: true, value: null });
  press("Demander la parole");
  expect(asked).toEqual(["ask-turn", "ask-turn"]);
});

it("says of a command that waits for the connection that it will leave when that is back", () => {
  showAsking(hand, "reconnecting");
  press("Demander la parole");
  expect(screen.getByRole("button").textContent).toBe("Partira au retour de la connexion");
});

it("says why something was refused, and says so no more once it is done", async () => {
  const { answer } = showAsking(hand);
  press("Demander la parole");
  await answer(refuse("turn-unknown"));
  expect(screen.getByRole("alert").textContent).toBe("Ce tour de parole est déjà fini.");
  press("Demander la parole");
  await answer({ ok: true, value: null });
  expect(screen.getByRole("alert").textContent).toBe("");
});

it("says what is missing once, beside its field, and keeps what was typed", async () => {
  const idea = (
    <LiveForm command="keep-idea" input={{ groupId: group("group-1") }}>
      <TextField name="text" label="L’idée" />
      <LiveSubmit>Garder</LiveSubmit>
    </LiveForm>
  );
  const { answer } = showAsking(idea);
  fireEvent.change(screen.getByLabelText("L’idée"), { target: { value: "Des vélos" } });
  press("Garder");
  await answer({ ok: false, refusal: { code: "field-required", field: "text" } });
  const field = screen.getByRole("textbox", { name: "L’idée", description: "Il manque une réponse ici." });
  expect((field as HTMLInputElement).value).toBe("Des vélos");
  expect(screen.getAllByText("Il manque une réponse ici.")).toHaveLength(1);
});

const closing = (
  <LiveConfirm
    command="close-session"
    input={{}}
    open="Terminer"
    title="Terminer la séance pour tout le monde ?"
    confirmLabel="Oui, terminer"
    tone="danger"
  >
    <p>Les groupes se ferment.</p>
  </LiveConfirm>
);

it("asks before it does what cannot be undone: nothing is sent by the first press, nor by going back", async () => {
  const { asked } = showAsking(closing);
  press("Terminer");
  expect(screen.getByRole("dialog", { name: "Terminer la séance pour tout le monde ?" })).toBeTruthy();
  press("Annuler");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(asked).toEqual([]);
});

it("keeps the question open when it is refused, with why, and closes it once it is done, where it was asked from", async () => {
  const { answer } = showAsking(closing);
  screen.getByRole("button").focus();
  press("Terminer");
  press("Oui, terminer");
  await answer(refuse("session-not-running"));
  const question = screen.getByRole("dialog");
  expect(within(question).getByRole("alert").textContent).not.toBe("");
  press("Oui, terminer");
  await answer({ ok: true, value: null });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: "Terminer" })));
});

/** A page before its scripts have come: what each of its forms would post is read as the server reads it. */
function readForms(state: LiveState, piece: ReactNode): unknown[] {
  const page = serverLive(aLiveSession(state, ["jeanne"]), piece, { root: { formKey: "a".repeat(22) } });
  return [...page.querySelectorAll("form")].map((form) => {
    expect([form.method, form.querySelectorAll("button[type=submit]").length]).toEqual(["post", 1]);
    const read = readLiveForm(new FormData(form));
    return read.ok ? { name: read.command.name, ...read.command.input } : read;
  });
}

/** An id such as those of the database, told apart by its letter. */
const id = <Noun extends string>(letter: string) => knownId<Noun>(letter.repeat(22));
const karim = id<"participation">("k");
const attendees = [anAttendee("Jeanne", 1), { ...anAttendee("Karim", 2), participationId: karim }];
const inAssembly = { sessionId: id<"session">("s"), assemblyId: id<"assembly">("y"), attendees };

it("without scripts the floor is asked for, given, and given back by forms that the server reads", () => {
  const turnId = id<"turn">("t");
  const floor = { ...emptyFloor, queue: [anEntry(karim, 0)], turn: { ...aTurn(karim, 0), turnId } };
  const state = aLiveState({ as: "jeanne" }, { ...inAssembly, floor });
  expect(readForms(state, <HallDock floor={floor} groupId={null} />)).toEqual([
    { name: "ask-turn", sessionId: id("s"), groupId: null },
    { name: "call-help", sessionId: id("s"), groupId: null },
  ]);
  expect(readForms(state, <SpeakingQueue floor={floor} groupId={null} gives />)).toEqual([
    { name: "end-turn", sessionId: id("s"), turnId },
    { name: "give-turn", sessionId: id("s"), groupId: null, participationId: karim },
  ]);
});

it("without scripts a call for help is answered by a form that the server reads, and its page names who calls", () => {
  const claire = aLiveState({ as: "claire", role: "organiser" }, inAssembly);
  const callId = id<"help-call">("c");
  const call = { ...aHelpCall(karim, 0), callId };
  expect(readForms({ ...claire, help: [call] }, <HelpBar />)).toEqual([
    { name: "answer-help", sessionId: id("s"), callId },
  ]);
});

it("without scripts the question before an idea goes away opens below its button, with a form that the server reads", () => {
  const round = aRound({ jeanne: 1 });
  const state = aLiveState({ as: "jeanne" }, { ...inAssembly, round });
  const idea = { ideaId: id<"idea">("i"), text: "Des vélos", authorIds: [], keptAtMs: 0 };
  const table = aGroupState({ groupId: group("group-1"), ideas: [{ ...idea, language: "fr" }] });
  const list = <IdeaList group={table} rights={tableRights(state, group("group-1"))} />;
  expect(readForms(state, list)).toEqual([{ name: "drop-idea", sessionId: id("s"), ideaId: id("i") }]);
  const page = serverLive(aLiveSession(state, []), list);
  expect(page.querySelector("details > summary")?.textContent).toBe("Retirer");
});

it("without scripts every command of a page has an id of its own, so that a form sent twice is done once", () => {
  const page = serverLive(
    aLiveSession(aLiveState({ as: "jeanne" }), []),
    <HallDock floor={emptyFloor} groupId={null} />,
  );
  const ids = [...page.querySelectorAll<HTMLInputElement>("input[name=commandId]")].map(({ value }) => value);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
});

it("without scripts what was refused is said on the page that comes back", async () => {
  const answer = () => ({ refusals: [{ code: "turn-unknown" }], values: {} });
  const piece = (
    <>
      <FormRefused />
      <Form method="post">
        <button type="submit">Envoyer</button>
      </Form>
    </>
  );
  showLive(aLiveSession(jeanne, []), piece, { answer });
  expect(screen.queryByText("Ce tour de parole est déjà fini.")).toBeNull();
  press("Envoyer");
  expect(await screen.findByText("Ce tour de parole est déjà fini.")).toBeTruthy();
});
