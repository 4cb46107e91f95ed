import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { serverPage, showPage } from "~/app/components/testing/show-page";
import { AnswerForm } from "./answer-form";

beforeEach(() => localStorage.clear());
afterEach(cleanup);

interface Task {
  readonly own?: { readonly text: string; readonly answeredAtMs: number } | null;
  readonly person?: string;
}

/** The form of one task for one person of this device; `posts` collects what it sends. */
function show({ own = null, person = "jeanne" }: Task = {}): Record<string, string>[] {
  const posts: Record<string, string>[] = [];
  const answer = (values: Record<string, string>) => {
    posts.push(values);
    return null;
  };
  const loaded = { id: "task", own, sharing: "private", mark: "0".repeat(64) };
  showPage(<AnswerForm />, { loaded, answer, root: { signedIn: { id: person, name: person } } });
  return posts;
}

const box = () => screen.getByRole<HTMLTextAreaElement>("textbox");
const type = (text: string) => fireEvent.change(box(), { target: { value: text } });

it("keeps on this device what was typed, from the first letter until it is sent, and says that it was found", async () => {
  show();
  type("Les loyers");
  cleanup();
  show();
  await waitFor(() => expect(box().value).toBe("Les loyers"));
  expect(screen.getByText("Voici ce que vous aviez écrit sans l’enregistrer.")).toBeTruthy();
});

it("shows what one person of a shared device has not sent to nobody else, and keeps it for them", async () => {
  show({ person: "jeanne" });
  type("C’est personnel");
  cleanup();
  show({ person: "karim" });
  await waitFor(() => expect(box().value).toBe(""));
  cleanup();
  show({ person: "jeanne" });
  await waitFor(() => expect(box().value).toBe("C’est personnel"));
});

it("forgets the draft once the server has the same, and when its author takes the saved answer instead", async () => {
  show();
  type("Les loyers");
  cleanup();
  const own = { text: "Les loyers", answeredAtMs: Date.UTC(2026, 2, 14, 9, 0) };
  show({ own });
  await waitFor(() => expect(localStorage.length).toBe(0));
  type("Les charges");
  cleanup();
  show({ own });
  fireEvent.click(await screen.findByRole("button", { name: "Revenir à la version enregistrée" }));
  await waitFor(() => expect([box().value, localStorage.length]).toEqual(["Les loyers", 0]));
});

it("before any script the answer that was saved stands in a form that can be sent", () => {
  const own = { text: "Les loyers", answeredAtMs: 0 };
  const loaded = { id: "task", own, sharing: "table", mark: "0".repeat(64) };
  const form = serverPage(<AnswerForm />, { loaded }).querySelector("form");
  if (!form) throw new Error("no form");
  expect(Object.fromEntries(new FormData(form))).toMatchObject({ text: "Les loyers", sharing: "table" });
});

it("sends what was typed, with how it is shared and what it was filled from", async () => {
  const posts = show();
  type("Les loyers");
  fireEvent.click(screen.getByRole("button"));
  await waitFor(() => expect(posts).toHaveLength(1));
  expect(posts[0]).toMatchObject({ text: "Les loyers", sharing: "private", seen: "0".repeat(64) });
});
