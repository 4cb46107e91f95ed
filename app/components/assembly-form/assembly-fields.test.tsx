import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { someSettings } from "~/app/domain/testing/assembly";
import { FormContext } from "../form/form-context";
import { type PageOfTest, showPage } from "../testing/show-page";
import { AssemblyFields } from "./assembly-fields";

afterEach(cleanup);

const zones = ["America/Argentina/Buenos_Aires", "Europe/Paris"];
const show = (changes: Parameters<typeof someSettings>[0] = {}, page?: PageOfTest) =>
  showPage(<AssemblyFields values={someSettings(changes)} timeZones={zones} />, page);

/** The names of the fields that a person sees; those of another language are there, out of sight. */
const seen = () =>
  [...document.querySelectorAll<HTMLInputElement>("input, textarea, select")]
    .filter((field) => !field.closest("[hidden]"))
    .map(({ name }) => name);

describe("what is said about an assembly", () => {
  it("is asked in each of its languages, and kept where a language is taken away", () => {
    show();
    expect(seen()).toEqual(expect.arrayContaining(["title.fr", "title.en", "commitment.fr", "commitment.en"]));
    fireEvent.click(screen.getByRole("checkbox", { name: "English" }));
    expect(seen().filter((name) => name.endsWith(".en"))).toEqual([]);
    expect(document.querySelector<HTMLInputElement>("[name='title.en']")?.value).toBe("Student convention on housing");
    fireEvent.click(screen.getByRole("checkbox", { name: "English" }));
    expect(seen()).toContain("title.en");
  });

  it("begins with what is saved", () => {
    show({ seats: 30, groupSize: 6, timeZone: "Europe/Paris" });
    const value = (name: string) => document.querySelector<HTMLInputElement>(`[name='${name}']`)?.value;
    expect([value("seats"), value("groupSize"), value("timeZone")]).toEqual(["30", "6", "Europe/Paris"]);
    expect([value("title.fr"), value("contactPhone")]).toEqual([
      "Convention étudiante sur le logement",
      "01 23 45 67 89",
    ]);
  });

  it("names the zones as people write them", () => {
    show();
    const options = within(screen.getByRole("combobox"))
      .getAllByRole("option")
      .map((one) => one.textContent);
    expect(options).toEqual(expect.arrayContaining(["America/Argentina/Buenos Aires", "Europe/Paris"]));
  });

  it("shows the languages that were ticked when it was refused, not those that are saved", () => {
    const reply = { refusals: [{ code: "field-required" as const, field: "title.fr" }], values: { languages: "fr" } };
    showPage(
      <FormContext.Provider value={{ formId: "f", reply, busy: false }}>
        <AssemblyFields values={someSettings()} timeZones={zones} />
      </FormContext.Provider>,
    );
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "English" }).checked).toBe(false);
    expect(seen().filter((name) => name.endsWith(".en"))).toEqual([]);
    expect(document.getElementById("f-title.fr")?.getAttribute("aria-invalid")).toBe("true");
  });

  it("lets the tables' readers be chosen once, with what each choice means", () => {
    show({ notesReaders: "members" }, { locale: "en" });
    const chosen = screen.getAllByRole<HTMLInputElement>("radio").filter(({ checked }) => checked);
    expect(chosen.map(({ name, value }) => [name, value])).toEqual([["notesReaders", "members"]]);
  });
});
