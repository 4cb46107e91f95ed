import { useLoaderData } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import { i18nOf } from "~/app/i18n/translate";
import { SelectField } from "../field/select-field";
import { TextAreaField } from "../field/text-area-field";
import { TextField } from "../field/text-field";
import { CommandForm } from "./command-form";
import { FilledFrom } from "./filled-from";
import { SubmitButton } from "./submit-button";

afterEach(cleanup);

interface Stored {
  title: string;
  text: string;
  place: string;
}
const markOf = (stored: Stored): string => JSON.stringify(stored);

function FormPage() {
  const stored = useLoaderData() as Stored;
  const fields = [
    { name: "title", label: "Titre", saved: stored.title },
    { name: "text", label: "Texte", saved: stored.text },
    { name: "place", label: "Lieu", saved: stored.place },
  ];
  return (
    <I18nextProvider i18n={i18nOf("fr")}>
      <CommandForm>
        <FilledFrom mark={markOf(stored)} fields={fields}>
          <TextField name="title" label="Titre" defaultValue={stored.title} />
          <TextAreaField name="text" label="Texte" rows={3} defaultValue={stored.text} />
          <SelectField
            name="place"
            label="Lieu"
            defaultValue={stored.place}
            options={["hall", "online"].map((value) => ({ value, label: value }))}
          />
        </FilledFrom>
        <SubmitButton>Enregistrer</SubmitButton>
      </CommandForm>
    </I18nextProvider>
  );
}

/** A page over something stored, which another may save in between. */
async function showForm(stored: Stored, answers: Promise<void> = Promise.resolve()) {
  const root = { formKey: "AAAAAAAAAAAAAAAAAAAAAB" };
  const Stub = createRemixStub([
    {
      id: "root",
      path: "/",
      Component: FormPage,
      loader: () => ({ ...root, ...stored }),
      shouldRevalidate: () => true,
      action: async ({ request }) => {
        await answers;
        const { seen, title, text, place, ...rest } = Object.fromEntries(await request.formData()) as Record<
          string,
          string
        >;
        const values = { seen, title, text, place, ...rest };
        if (title === "")
          return Response.json({ refusals: [{ code: "field-required", field: "title" }], values }, { status: 422 });
        if (seen !== JSON.stringify({ ...root, ...stored }))
          return Response.json({ refusals: [{ code: "changed-meanwhile" }], values }, { status: 409 });
        Object.assign(stored, { title, text, place });
        return { done: "saved" };
      },
    },
  ]);
  render(<Stub />);
  await screen.findByLabelText("Titre");
}

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });
const save = () => fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
const told = () => screen.findByText("Quelqu’un d’autre a enregistré entre-temps");

it("what only the other has changed is taken over, of every kind of field, and saved again as the other left it", async () => {
  const stored = { title: "Un", text: "a\nb", place: "hall" };
  await showForm(stored);
  Object.assign(stored, { text: "c\nd", place: "online" });
  type("Titre", "Deux");
  save();
  await told();
  expect([field("Titre").value, field("Texte").value, field("Lieu").value]).toEqual(["Deux", "c\nd", "online"]);
  expect(screen.queryByRole("definition")).toBeNull();
  // Told once, and read out.
  expect(screen.getAllByRole("alert")).toHaveLength(1);
  expect(document.activeElement).toBe(screen.getByRole("alert"));
  expect(screen.getByText(/ce qui est enregistré : Texte · Lieu\./)).toBeTruthy();
  save();
  await waitFor(() => expect(stored).toEqual({ title: "Deux", text: "c\nd", place: "online" }));
});

it("what both have changed stands beside each other, and stays as it was typed", async () => {
  const stored = { title: "Un", text: "a", place: "hall" };
  await showForm(stored);
  stored.title = "Trois";
  type("Titre", "Deux");
  save();
  await told();
  expect(screen.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual([
    "Enregistré maintenantTrois",
    "Dans votre formulaireDeux",
  ]);
  expect(field("Titre").value).toBe("Deux");
});

it("what is typed while the answer is on its way stays, in a field that only the other had changed too", async () => {
  const stored = { title: "Un", text: "a", place: "hall" };
  let answer = (): void => {};
  const travels = new Promise<void>((arrived) => {
    answer = arrived;
  });
  await showForm(stored, travels);
  Object.assign(stored, { text: "b", place: "online" });
  type("Titre", "Deux");
  save();
  type("Titre", "Deux et davantage");
  type("Texte", "c");
  answer();
  await told();
  await waitFor(() => expect(field("Lieu").value).toBe("online"));
  expect([field("Titre").value, field("Texte").value]).toEqual(["Deux et davantage", "c"]);
  expect(screen.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual([
    "Enregistré maintenantb",
    "Dans votre formulairec",
  ]);
});

it("a mistake in between does not make the form take the other's version for its own", async () => {
  const stored = { title: "Un", text: "a", place: "hall" };
  await showForm(stored);
  stored.text = "b";
  type("Titre", "");
  save();
  await screen.findByRole("alert");
  type("Titre", "Deux");
  save();
  await told();
  expect([field("Titre").value, field("Texte").value]).toEqual(["Deux", "b"]);
});

it("a third who saves while both versions are shown is told of too", async () => {
  const stored = { title: "Un", text: "a", place: "hall" };
  await showForm(stored);
  stored.text = "b";
  type("Titre", "Deux");
  save();
  await told();
  stored.text = "c";
  save();
  await waitFor(() => expect(field("Texte").value).toBe("c"));
  expect(stored.title).toBe("Un");
  save();
  await waitFor(() => expect(stored).toEqual({ title: "Deux", text: "c", place: "hall" }));
});
