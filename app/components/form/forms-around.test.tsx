import { Form } from "@remix-run/react";
import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Button } from "../button/button";
import { ButtonLink } from "../button/button-link";
import { IconButton } from "../button/icon-button";
import { PrintButton } from "../button/print-button";
import { Card } from "../card/card";
import { Disclosure } from "../disclosure/disclosure";
import { PageTitle } from "../page-title/page-title";
import { serverPage, showPage } from "../testing/show-page";
import { asDone, asReply, isOwnReply } from "./answer";
import { HeldFields } from "./held-fields";
import { RefusedNotice } from "./refused-notice";
import { marksOf, plain, settle, typedIn } from "./two-versions";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

it("a button of a page sends no form, whatever form it stands in, unless it says so", () => {
  const sent = vi.fn((event: Event) => event.preventDefault());
  showPage(
    <form onSubmit={(event) => sent(event.nativeEvent)}>
      <Button>Ouvrir</Button>
      <IconButton label="Micro" pressed>
        M
      </IconButton>
      <Button type="submit">Envoyer</Button>
    </form>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Ouvrir" }));
  fireEvent.click(screen.getByRole("button", { name: "Micro", pressed: true }));
  expect(sent).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole("button", { name: "Envoyer" }));
  expect(sent).toHaveBeenCalledTimes(1);
});

it("prints where there are scripts to do so, and offers nothing that does nothing where there are none", () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  expect(serverPage(<PrintButton>Imprimer</PrintButton>).textContent).toBe("");
  cleanup();
  showPage(<PrintButton>Imprimer</PrintButton>);
  fireEvent.click(screen.getByRole("button", { name: "Imprimer" }));
  expect(print).toHaveBeenCalledTimes(1);
});

it("a link that looks like a button is one for readers too: a link, with its address", () => {
  showPage(<ButtonLink to="/fr/home">Accueil</ButtonLink>);
  expect(screen.getByRole("link", { name: "Accueil" }).getAttribute("href")).toBe("/fr/home");
});

it("a card is a region by the name of its title, two of them each by their own; without a title it is none", () => {
  showPage(
    <>
      <Card title="Volontaires" actions={<a href="#a">Voir</a>} />
      <Card title="Quotas" level={3} />
      <Card>Sans titre</Card>
    </>,
  );
  expect(screen.getByRole("region", { name: "Volontaires" }).contains(screen.getByRole("link"))).toBe(true);
  expect(screen.getByRole("region", { name: "Quotas" }).querySelector("h3")).toBeTruthy();
  expect(screen.getAllByRole("region")).toHaveLength(2);
});

it("what is shown on demand is there before any script, and open where the page says so", () => {
  const page = serverPage(
    <>
      <Disclosure summary="Comment ?">Ainsi</Disclosure>
      <Disclosure summary="Pourquoi ?" open>
        Parce que
      </Disclosure>
    </>,
  );
  expect([...page.querySelectorAll("details")].map(({ open }) => open)).toEqual([false, true]);
  expect(page.textContent).toContain("Ainsi");
});

it("a page has one first heading, with where one is before it and what it is for after it", () => {
  showPage(
    <PageTitle title="Le vote" above="Convention">
      Votez ici.
    </PageTitle>,
  );
  const [heading] = screen.getAllByRole("heading", { level: 1 });
  const order = [screen.getByText("Convention"), heading, screen.getByText("Votez ici.")];
  const follows = (one?: Element, other?: Element) =>
    one && other && Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  expect([follows(order[0], order[1]), follows(order[1], order[2])]).toEqual([true, true]);
});

it("says at the head of a page what was refused of a form that is gone from it, for its own forms only", async () => {
  const page = (
    <>
      <RefusedNotice intents={["draw"]} />
      <Form method="post">
        <button type="submit" name="intent" value="draw">
          Tirer
        </button>
        <button type="submit" name="intent" value="other">
          Autre
        </button>
      </Form>
    </>
  );
  showPage(page, { answer: (values) => ({ refusals: [{ code: "turn-unknown" }], values }) });
  fireEvent.click(screen.getByRole("button", { name: "Tirer" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Ce tour de parole est déjà fini.");
  fireEvent.click(screen.getByRole("button", { name: "Autre" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

it("holds every field of a form that waits, several of one name in their order, but those of the page in between", () => {
  const values = { text: "Une idée", choice: ["b", "a"], "confirm-code": "123456", commandId: "c" };
  showPage(
    <form>
      <HeldFields values={values} but={["commandId"]} />
    </form>,
  );
  const form = document.querySelector("form");
  expect([...new FormData(form ?? undefined)]).toEqual([
    ["text", "Une idée"],
    ["choice", "b"],
    ["choice", "a"],
  ]);
});

it("takes for an answer to a form only what has the shape of one", () => {
  const reply = { refusals: [], values: {} };
  expect([asReply(reply), asReply({ refusals: "x", values: {} }), asReply(null), asReply("refusals")]).toEqual([
    reply,
    undefined,
    undefined,
    undefined,
  ]);
  expect([asDone({ done: "saved" }), asDone({ done: true }), asDone(undefined)]).toEqual([
    { done: "saved" },
    undefined,
    undefined,
  ]);
});

it("knows its own answer among several forms: by what they ask, and in a list by which line", () => {
  const to = (intent?: string, form?: string) => ({
    refusals: [],
    values: { ...(intent !== undefined && { intent }), ...(form !== undefined && { form }) },
  });
  const mine = (intent: string | undefined, formId: string | undefined) => ({ intent, formId });
  expect(isOwnReply(to("save"), mine("save", undefined))).toBe(true);
  expect(isOwnReply(to("other"), mine("save", undefined))).toBe(false);
  expect(isOwnReply(to("save", "1"), mine("save", "1"))).toBe(true);
  expect(isOwnReply(to("save", "2"), mine("save", "1"))).toBe(false);
  expect(isOwnReply(to("save", "1"), mine("save", undefined))).toBe(false);
  expect(isOwnReply(to(), mine(undefined, undefined))).toBe(true);
});

const fields = [
  { name: "title", label: "Titre", saved: "Le logement" },
  { name: "text", label: "Texte", saved: "a\nb" },
];

it("of two who change a form the second keeps what only they changed, takes over what only the other did, and chooses where both did", () => {
  const marks = marksOf(fields);
  const now = [
    { name: "title", label: "Titre", saved: "Le logement pour tous" },
    { name: "text", label: "Texte", saved: "c" },
  ];
  const settled = settle(now, { title: "Le logement", text: "d" }, marks);
  expect(settled.values).toEqual({ title: "Le logement pour tous", text: "d" });
  expect([settled.taken.map(({ name }) => name), settled.differing.map(({ name }) => name)]).toEqual([
    ["title"],
    ["text"],
  ]);
});

it("takes nothing over where it is not known what the form was filled from, and no difference in line ends for a change", () => {
  const now = [{ name: "title", label: "Titre", saved: "Autre" }];
  expect(settle(now, { title: "Le logement" }, null)).toMatchObject({ taken: [], values: { title: "Le logement" } });
  expect(settle(fields, { title: "Le logement ", text: "a\r\nb" }, marksOf(fields))).toMatchObject({
    taken: [],
    differing: [],
  });
  expect(plain(["a", "b"])).toBe("a,b");
});

it("reads what stands in a form as it would be posted, several ticks under one name as a list", () => {
  showPage(
    <form>
      <input name="title" defaultValue="Titre" />
      <input type="checkbox" name="who" value="a" defaultChecked />
      <input type="checkbox" name="who" value="b" defaultChecked />
      <input type="checkbox" name="who" value="c" />
      <input type="file" name="file" />
    </form>,
  );
  const form = document.querySelector("form");
  if (!form) throw new Error("no form");
  expect(typedIn(form)).toEqual({ title: "Titre", who: ["a", "b"] });
});
