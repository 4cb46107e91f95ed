import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { Notice } from "./notice";

afterEach(cleanup);

describe("a notice", () => {
  it("is read out at once where something went wrong, in its turn where something was done, and not at all where it stands", () => {
    showPage(
      <>
        <Notice tone="danger" live>
          Mal
        </Notice>
        <Notice tone="done" live title="Bien">
          C'est fait.
        </Notice>
        <Notice tone="info">Pour information</Notice>
      </>,
    );
    expect(screen.getByRole("alert").textContent).toBe("Mal");
    expect(screen.getByRole("status").textContent).toBe("BienC'est fait.");
    expect(screen.getByText("Pour information").closest("[role]")).toBeNull();
  });
});
