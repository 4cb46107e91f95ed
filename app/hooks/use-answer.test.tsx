import { Form, Link, useRevalidator } from "@remix-run/react";
import { createRemixStub } from "@remix-run/testing";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { useAnswer } from "./use-answer";

afterEach(cleanup);

function Page() {
  const answer = useAnswer<{ readonly said: string }>();
  const { revalidate, state } = useRevalidator();
  return (
    <>
      <p>answered: {answer?.said ?? "nothing"}</p>
      <p>reading {state}</p>
      <button type="button" onClick={revalidate}>
        Read anew
      </button>
      <Link to="/?other">Another page</Link>
      <Form method="post">
        <button type="submit">Send</button>
      </Form>
    </>
  );
}

/** A page whose readings are counted, and whose form is answered each time otherwise. */
function showPage() {
  const seen = { readings: 0, posts: 0 };
  const Stub = createRemixStub([
    {
      path: "/",
      Component: Page,
      loader: () => {
        seen.readings += 1;
        return null;
      },
      action: () => {
        seen.posts += 1;
        return { said: `no, ${seen.posts}` };
      },
    },
  ]);
  render(<Stub />);
  return seen;
}

const press = async (name: string) => void fireEvent.click(await screen.findByRole("button", { name }));

test("what a form was answered stays when the page reads itself anew, until the next form or page", async () => {
  const seen = showPage();
  await press("Send");
  expect(await screen.findByText("answered: no, 1")).toBeTruthy();
  await screen.findByText("reading idle");
  const before = seen.readings;
  await press("Read anew");
  await screen.findByText("reading idle");
  await expect.poll(() => seen.readings).toBeGreaterThan(before);
  expect(screen.getByText("answered: no, 1")).toBeTruthy();
  await press("Send");
  expect(await screen.findByText("answered: no, 2")).toBeTruthy();
  fireEvent.click(screen.getByRole("link", { name: "Another page" }));
  expect(await screen.findByText("answered: nothing")).toBeTruthy();
});
