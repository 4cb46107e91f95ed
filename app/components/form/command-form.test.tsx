import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import type { ComponentType } from "react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { i18nOf } from "~/app/i18n/translate";
import { TextField } from "../field/text-field";
import { CommandForm } from "./command-form";
import { SubmitButton } from "./submit-button";

afterEach(cleanup);

interface Seen {
  readonly posts: Record<string, string>[];
}

function FormPage({ intent }: { readonly intent?: string }) {
  return (
    <I18nextProvider i18n={i18nOf("fr")}>
      <CommandForm {...(intent && { intent })}>
        <TextField name="title" label="Titre" hint="En une ligne." />
        <SubmitButton>Enregistrer</SubmitButton>
      </CommandForm>
    </I18nextProvider>
  );
}

const FormOfTwo = () => <FormPage intent="mine" />;

function showForm(answer: (values: Record<string, string>) => unknown, page: ComponentType = FormPage): Seen {
  const posts: Record<string, string>[] = [];
  const root = { formKey: "AAAAAAAAAAAAAAAAAAAAAB" };
  const Stub = createRemixStub([
    {
      id: "root",
      path: "/",
      Component: page,
      loader: () => root,
      action: async ({ request }) => {
        const values = Object.fromEntries(await request.formData()) as Record<string, string>;
        posts.push(values);
        return answer(values);
      },
    },
  ]);
  render(<Stub hydrationData={{ loaderData: { root } }} />);
  return { posts };
}

const title = () => screen.getByLabelText<HTMLInputElement>("Titre");
const send = () => fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
const refused = (values: Record<string, string>) => ({
  refusals: [{ code: "field-required", field: "title" }],
  values,
});

it("shows a refusal next to its field and on top, and the summary takes the focus", async () => {
  showForm(refused);
  send();
  const summary = await screen.findByRole("alert");
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(title().getAttribute("aria-invalid")).toBe("true");
  const described = title().getAttribute("aria-describedby")?.split(" ") ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    "En une ligne.",
    "Il manque une réponse ici.",
  ]);
  expect(summary.querySelector("a")?.getAttribute("href")).toBe(`#${title().id}`);
});

it("keeps what was typed when it is refused", async () => {
  showForm(refused);
  fireEvent.change(title(), { target: { value: "Le logement" } });
  send();
  await screen.findByRole("alert");
  expect(title().value).toBe("Le logement");
});

it("posts one command id for a double click, and another after an answer", async () => {
  const { posts } = showForm(refused);
  const button = screen.getByRole("button", { name: "Enregistrer" });
  fireEvent.click(button);
  fireEvent.click(button);
  await screen.findByRole("alert");
  const before = posts.map(({ commandId }) => commandId ?? "");
  send();
  await waitFor(() => expect(posts.length).toBeGreaterThan(before.length));
  expect(new Set(before).size).toBe(1);
  expect(before[0]).toMatch(/^[A-Za-z0-9_-]{22,80}$/);
  expect(before).not.toContain(posts.at(-1)?.commandId);
});

it("leaves the refusals of another form of the page alone", async () => {
  const { posts } = showForm((values) => refused({ ...values, intent: "other" }), FormOfTwo);
  send();
  await waitFor(() => expect(posts).toHaveLength(1));
  expect(posts[0]?.intent).toBe("mine");
  expect(screen.queryByRole("alert")).toBeNull();
});

it("gives a sentence even for a refusal it does not know", async () => {
  showForm((values) => ({ refusals: [{ code: "strange-thing" }], values }));
  send();
  expect((await screen.findByRole("alert")).textContent).toContain("donnez ce mot à l’équipe");
});

it("asks who it is when that is all that stands in the way, and takes along what was typed, as it was sent", async () => {
  showForm((values) => ({ refusals: [{ code: "prove-again" }], values: { ...values, choice: ["a", "b"] } }));
  fireEvent.change(title(), { target: { value: "Une idée" } });
  send();
  const confirm = await screen.findByRole("button", { name: /Confirmer que c.est moi/ });
  const form = (confirm as HTMLButtonElement).form;
  if (!form) throw new Error("no form");
  expect([form.method, form.getAttribute("action")]).toEqual(["post", "/fr/confirm"]);
  const taken = new FormData(form);
  expect([taken.get("title"), taken.getAll("choice"), taken.getAll("commandId").length]).toEqual([
    "Une idée",
    ["a", "b"],
    1,
  ]);
  expect([taken.get("confirm-then"), taken.get("confirm-sends"), taken.get("confirm-step")]).toEqual([
    "/",
    "form",
    "ask",
  ]);
  expect(title().value).toBe("Une idée");
  await waitFor(() => expect(document.activeElement).toBe(form));
});
