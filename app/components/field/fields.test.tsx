import { cleanup, screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { FormContext } from "../form/form-context";
import { showPage } from "../testing/show-page";
import { CheckboxField } from "./checkbox-field";
import { DateTimeField } from "./date-time-field";
import { FileField } from "./file-field";
import { LocalisedField } from "./localised-field";
import { NumberField } from "./number-field";
import { RadioCards } from "./radio-cards";
import { SelectField } from "./select-field";
import { TextAreaField } from "./text-area-field";
import { TextField } from "./text-field";

afterEach(cleanup);

/** Fields in a form that was refused for these reasons, with what was typed into it. */
function showRefused(fields: ReactNode, refusals: readonly Refusal[], values: Record<string, string | string[]> = {}) {
  showPage(
    <FormContext.Provider value={{ formId: "f", reply: { refusals, values }, busy: false }}>
      {fields}
    </FormContext.Provider>,
  );
}

/** What a reader hears after the name of a control. */
function descriptionOf(control: HTMLElement): readonly (string | null | undefined)[] {
  const ids = control.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent);
}

const named = <Element extends HTMLElement>(name: string | RegExp) => screen.getByLabelText<Element>(name);

describe("a field", () => {
  it("is found by its label, described by its hint, and asks for an answer only where one is needed", () => {
    showPage(
      <>
        <TextField name="title" label="Titre" hint="En une ligne." required />
        <TextField name="cost" label="Coût" optional />
      </>,
    );
    const title = named("Titre");
    expect([descriptionOf(title), title.getAttribute("aria-required")]).toEqual([["En une ligne."], "true"]);
    const cost = named("Coût (facultatif)");
    expect([cost.hasAttribute("aria-describedby"), cost.hasAttribute("aria-required")]).toEqual([false, false]);
    expect(cost.hasAttribute("aria-invalid")).toBe(false);
  });

  it("says what was refused after its hint, and only its own refusals", () => {
    const fields = (
      <>
        <TextField name="title" label="Titre" hint="En une ligne." />
        <TextAreaField name="text" label="Texte" />
      </>
    );
    showRefused(fields, [{ code: "field-required", field: "title" }]);
    expect(named("Titre").getAttribute("aria-invalid")).toBe("true");
    expect(descriptionOf(named("Titre"))).toEqual(["En une ligne.", "Il manque une réponse ici."]);
    expect(named("Texte").hasAttribute("aria-invalid")).toBe(false);
    expect(descriptionOf(named("Texte"))).toEqual([]);
  });

  it("keeps what was typed, also what was emptied, rather than what it began with", () => {
    const fields = (
      <>
        <TextField name="title" label="Titre" defaultValue="Avant" />
        <TextAreaField name="text" label="Texte" defaultValue="Avant" />
        <NumberField name="seats" label="Sièges" defaultValue={48} />
        <SelectField
          name="role"
          label="Rôle"
          defaultValue="a"
          options={[
            { value: "a", label: "A" },
            { value: "b", label: "B" },
          ]}
        />
        <DateTimeField name="at" label="Début" timeZone="Europe/Paris" defaultAtMs={0} />
      </>
    );
    showRefused(fields, [{ code: "field-required" }], { title: "Après", text: "", role: "b", at: "2026-03-14T09:45" });
    const values = ["Titre", "Texte", "Sièges", "Rôle", "Début"].map((name) => named<HTMLInputElement>(name).value);
    expect(values).toEqual(["Après", "", "", "b", "2026-03-14T09:45"]);
  });

  it("shows what it began with where nothing was refused", () => {
    showPage(<TextField name="title" label="Titre" defaultValue="Avant" />);
    expect(named<HTMLInputElement>("Titre").value).toBe("Avant");
  });

  it("of a number shows its unit, its bounds and the keyboard for it", () => {
    showPage(
      <>
        <NumberField name="minutes" label="Durée" unit="min" min={1} max={480} />
        <NumberField name="share" label="Part" step={0.5} />
      </>,
    );
    const minutes = named<HTMLInputElement>("Durée");
    expect([minutes.min, minutes.max, minutes.inputMode]).toEqual(["1", "480", "numeric"]);
    expect(screen.getByText("min")).toBeTruthy();
    expect(named<HTMLInputElement>("Part").inputMode).toBe("decimal");
  });

  it("of a file takes the kinds of file it is for", () => {
    showPage(<FileField name="pool" label="Fichier" accept=".csv" />);
    expect(named<HTMLInputElement>("Fichier").accept).toBe(".csv");
  });
});

describe("a choice", () => {
  const options = [
    { value: "online", label: "En ligne" },
    { value: "room", label: "En salle", hint: "Donnez l'adresse." },
    { value: "both", label: "Les deux", disabled: true },
  ];

  it("among a few is one group under its question, with the hint of each beside it", () => {
    showPage(<RadioCards name="place" label="Où ?" hint="On peut changer." options={options} defaultValue="room" />);
    const group = screen.getByRole("group", { name: "Où ?" });
    expect(descriptionOf(group)).toEqual(["On peut changer."]);
    expect(named<HTMLInputElement>(/En salle/).checked).toBe(true);
    expect(named<HTMLInputElement>("En ligne").checked).toBe(false);
    expect(named<HTMLInputElement>("Les deux").disabled).toBe(true);
  });

  it("that was refused is reached from the summary: its first answer carries the field's own id", () => {
    showRefused(<RadioCards name="place" label="Où ?" options={options} defaultValue="room" />, [
      { code: "field-required", field: "place" },
    ]);
    expect(document.getElementById("f-place")).toBe(named("En ligne"));
    expect(descriptionOf(screen.getByRole("group", { name: "Où ?" }))).toEqual(["Il manque une réponse ici."]);
    expect(options.map(({ label }) => named<HTMLInputElement>(new RegExp(label)).checked)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("in a list offers to choose nothing where nothing is chosen yet, or nothing need be", () => {
    const showsEmpty = (field: ReactNode) => {
      showPage(field);
      const found = screen.queryByRole("option", { name: "Choisir…" }) !== null;
      cleanup();
      return found;
    };
    expect(showsEmpty(<SelectField name="a" label="A" options={options} />)).toBe(true);
    expect(showsEmpty(<SelectField name="a" label="A" options={options} defaultValue="room" optional />)).toBe(true);
    expect(showsEmpty(<SelectField name="a" label="A" options={options} defaultValue="room" />)).toBe(false);
  });

  it("of several boxes describes each by its own hint, and keeps those that were ticked", () => {
    const ideas = (
      <>
        <CheckboxField name="ideas" value="rent" label="Plafonner" hint="Odette" defaultChecked />
        <CheckboxField name="ideas" value="heat" label="Isoler" hint="Karim" />
      </>
    );
    showRefused(ideas, [{ code: "form-invalid" }], { ideas: ["heat"] });
    expect([descriptionOf(named(/Plafonner/)), descriptionOf(named(/Isoler/))]).toEqual([["Odette"], ["Karim"]]);
    expect([/Plafonner/, /Isoler/].map((name) => named<HTMLInputElement>(name).checked)).toEqual([false, true]);
  });

  it("of one box that was sent unticked stays so, whatever it began with", () => {
    showRefused(<CheckboxField name="public" label="Public" defaultChecked />, [{ code: "form-invalid" }]);
    expect(named<HTMLInputElement>("Public").checked).toBe(false);
  });
});

describe("a text in several languages", () => {
  it("has a field for each language of the assembly, in that language, and keeps the others out of sight", () => {
    showPage(<LocalisedField name="title" label="Titre" languages={["fr"]} defaultValue={{ fr: "Ici", en: "Here" }} />);
    const french = screen.getByRole<HTMLInputElement>("textbox", { name: "Titre" });
    expect([french.name, french.lang, french.value]).toEqual(["title.fr", "fr", "Ici"]);
    const english = document.querySelector<HTMLInputElement>("input[name='title.en']");
    expect([english?.value, english?.closest("[hidden]") !== null]).toEqual(["Here", true]);
  });

  it("tells two fields apart by the names of the languages, in the language of the page", () => {
    showPage(<LocalisedField name="title" label="Title" languages={["fr", "en"]} rows={3} />, { locale: "en" });
    expect(named("Title (Français)").tagName).toBe("TEXTAREA");
    expect(named("Title (English)").getAttribute("lang")).toBe("en");
  });
});

describe("a moment", () => {
  const at = Date.parse("2026-03-14T08:45:00Z");

  it("is read and written on the clock of the assembly, which is said", () => {
    showPage(<DateTimeField name="at" label="Début" timeZone="America/Montreal" defaultAtMs={at} />);
    expect(named<HTMLInputElement>("Début").value).toBe("2026-03-14T04:45");
    expect(screen.getByText(/^Heure de Montr/)).toBeTruthy();
  });

  it("of a day has no hour", () => {
    showPage(<DateTimeField name="on" label="Jour" timeZone="Pacific/Auckland" defaultAtMs={at} dateOnly />);
    const day = named<HTMLInputElement>("Jour");
    expect([day.type, day.value]).toEqual(["date", "2026-03-14"]);
    expect(screen.queryByText(/^Heure de/)).toBeNull();
  });
});
