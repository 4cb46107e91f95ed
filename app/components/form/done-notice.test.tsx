import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { DoneNotice } from "./done-notice";
import { FormContext } from "./form-context";
import { SubmitButton } from "./submit-button";

afterEach(cleanup);

describe("what was done", () => {
  it("is said in the language of the page, from the answer or from the address after a redirect", () => {
    showPage(<DoneNotice reply={{ done: "vote-opened" }} />);
    expect(screen.getByRole("status").textContent).toBe("Le vote est ouvert.");
    cleanup();
    showPage(<DoneNotice />, { locale: "en", path: "/en/assembly/a/votes?done=vote-opened" });
    expect(screen.getByRole("status").textContent).toMatch(/vote is open/i);
  });

  it("is not said in words that an address makes up", () => {
    for (const code of ["never-heard-of", "<b>", "__proto__", "Saved"]) {
      showPage(<DoneNotice />, { path: `/fr/assembly/a/votes?done=${encodeURIComponent(code)}` });
      expect(screen.queryByRole("status"), code).toBeNull();
      cleanup();
    }
  });
});

describe("a button that sends a form", () => {
  const show = (busy: boolean, label?: string) => {
    showPage(
      <FormContext.Provider value={{ formId: "f", reply: undefined, busy }}>
        <SubmitButton {...(label && { busyLabel: label })}>Enregistrer</SubmitButton>
      </FormContext.Provider>,
    );
    return screen.getByRole<HTMLButtonElement>("button");
  };

  it("says that it is on its way, and may be pressed again: the same thing is done once", () => {
    const button = show(true);
    expect([button.textContent, button.getAttribute("aria-busy"), button.disabled]).toEqual([
      "Envoi en cours…",
      "true",
      false,
    ]);
    cleanup();
    expect(show(true, "Tirage…").textContent).toBe("Tirage…");
    cleanup();
    expect([show(false).textContent, screen.getByRole("button").getAttribute("type")]).toEqual([
      "Enregistrer",
      "submit",
    ]);
  });
});
