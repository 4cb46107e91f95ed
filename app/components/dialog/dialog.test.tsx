import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { Dialog, DialogButton } from "./dialog";

let closed = 0;
beforeEach(() => {
  closed = 0;
});
afterEach(cleanup);

const question = (isOpen: boolean) => (
  <Dialog title="Clore la séance ?" isOpen={isOpen} onClose={() => closed++}>
    <p>Plus personne ne parle ensuite.</p>
  </Dialog>
);
const pressEscape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: "Escape" });

describe("a dialog", () => {
  it("is named by its question and holds the focus", async () => {
    showPage(question(true));
    const dialog = screen.getByRole("dialog", { name: "Clore la séance ?" });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    expect(screen.getByRole("heading", { level: 2, name: "Clore la séance ?" })).toBeTruthy();
  });

  it("is closed by Escape, and by its cross, in the language of the page", async () => {
    showPage(question(true), { locale: "en" });
    await waitFor(() => expect(screen.getByRole("dialog").contains(document.activeElement)).toBe(true));
    pressEscape();
    expect(closed).toBe(1);
    fireEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(closed).toBe(2);
  });

  it("is not there before it is asked for", () => {
    showPage(question(false));
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("a button that opens a dialog", () => {
  const button = (
    <DialogButton label="Retirer…" title="Retirer cette personne ?">
      {(close) => (
        <button type="button" onClick={close}>
          Non
        </button>
      )}
    </DialogButton>
  );
  const open = async () => {
    fireEvent.click(screen.getByRole("button", { name: "Retirer…" }));
    return screen.findByRole("dialog", { name: "Retirer cette personne ?" });
  };

  it("says beforehand that it opens one", () => {
    showPage(button);
    expect(screen.getByRole("button", { name: "Retirer…" }).getAttribute("aria-haspopup")).toBe("dialog");
  });

  it("opens it, and again after what is inside has closed it", async () => {
    showPage(button);
    await open();
    fireEvent.click(screen.getByRole("button", { name: "Non" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await open();
    pressEscape();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});
