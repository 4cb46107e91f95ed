import { Form } from "@remix-run/react";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { showPage } from "~/app/components/testing/show-page";
import RecruitPage from "./route";

afterEach(cleanup);

it("says that a file was not taken while another is imported, where no form is left that could say it", async () => {
  const loaded = {
    ...{ pool: null, file: null, mark: "m".repeat(22), importing: { written: 300, rows: 1200 } },
    ...{ failed: false, drawn: false, undrawnDeleted: false, heard: {} },
  };
  const page = (
    <>
      <RecruitPage />
      <Form method="post">
        <button type="submit" name="intent" value="upload">
          Envoyer
        </button>
      </Form>
    </>
  );
  showPage(page, { answer: (values) => ({ refusals: [{ code: "import-under-way" }], values }), loaded });
  expect(screen.queryByRole("alert")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "Envoyer" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/import/);
});
