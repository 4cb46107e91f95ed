import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { afterEach, describe, expect, it } from "vitest";
import { i18nOf } from "~/app/i18n/translate";
import { TextField } from "../field/text-field";
import { showPage } from "../testing/show-page";
import { ConfirmButton } from "./confirm-button";

afterEach(cleanup);

const revoke = (
  <ConfirmButton
    label="Annuler le lien…"
    tone="danger"
    title="Annuler ce lien ?"
    confirmLabel="Annuler le lien"
    intent="revoke"
    hidden={{ linkId: "l-1" }}
  >
    <TextField name="reason" label="Pourquoi ?" />
  </ConfirmButton>
);
const Page = () => <I18nextProvider i18n={i18nOf("fr")}>{revoke}</I18nextProvider>;
const ask = async () => {
  fireEvent.click(screen.getByRole("button", { name: "Annuler le lien…" }));
  return within(await screen.findByRole("dialog", { name: "Annuler ce lien ?" }));
};

describe("a button that asks first", () => {
  it("does nothing before its question is answered, and nothing when it is called off", async () => {
    const asked: unknown[] = [];
    showPage(revoke, { answer: (values) => asked.push(values) });
    const question = await ask();
    fireEvent.click(question.getByRole("button", { name: "Annuler" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(asked).toEqual([]);
  });

  it("sends what was asked and what was typed, and closes once it is done", async () => {
    const asked: Record<string, string>[] = [];
    showPage(revoke, {
      answer: (values) => {
        asked.push(values);
        return { done: "link-revoked" };
      },
    });
    const question = await ask();
    fireEvent.change(question.getByLabelText("Pourquoi ?"), { target: { value: "Parti trop tôt" } });
    fireEvent.click(question.getByRole("button", { name: "Annuler le lien" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(asked).toEqual([expect.objectContaining({ intent: "revoke", linkId: "l-1", reason: "Parti trop tôt" })]);
  });

  it("stays open where it is refused, says why beside the field, and keeps what was typed", async () => {
    showPage(revoke, { answer: (values) => ({ refusals: [{ code: "reason-needed", field: "reason" }], values }) });
    const question = await ask();
    fireEvent.change(question.getByLabelText("Pourquoi ?"), { target: { value: " " } });
    fireEvent.click(question.getByRole("button", { name: "Annuler le lien" }));
    const alert = await question.findByRole("alert");
    await waitFor(() => expect(within(alert).getByRole("link").textContent).toMatch(/^Pourquoi \?/));
    const field = question.getByLabelText<HTMLInputElement>("Pourquoi ?");
    expect([field.value, field.getAttribute("aria-invalid")]).toEqual([" ", "true"]);
  });

  it("is a question that opens below it without JavaScript", () => {
    const Stub = createRemixStub([{ id: "root", path: "/", Component: Page }]);
    const html = renderToString(<Stub />);
    const page = new DOMParser().parseFromString(html, "text/html");
    expect(page.querySelector("details:not([open]) > summary")?.textContent).toBe("Annuler le lien…");
    const form = page.querySelector("details form");
    expect([form?.getAttribute("method"), form?.querySelector("button")?.textContent]).toEqual([
      "post",
      "Annuler le lien",
    ]);
    expect(page.querySelector("h2")?.textContent).toBe("Annuler ce lien ?");
  });
});
