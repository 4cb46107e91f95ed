import { cleanup, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { showPage } from "../testing/show-page";
import { DeadLink } from "./dead-link";

afterEach(cleanup);

/** What stands on top of the page. */
const titleOf = (refusal: Refusal, title?: string) => {
  showPage(<DeadLink refusal={refusal} {...(title !== undefined && { title })} />);
  const shown = screen.getByRole("heading", { level: 1 }).textContent;
  cleanup();
  return shown;
};

it("says apart that there is no such link, and that it no longer works", () => {
  expect(titleOf({ code: "link-unknown" })).toBe("Ce lien n’existe pas");
  expect(titleOf({ code: "link-used" })).toBe("Ce lien ne sert plus");
  expect(titleOf({ code: "link-expired" })).toBe("Ce lien ne sert plus");
  expect(titleOf({ code: "link-unknown" }, "Cette invitation est introuvable")).toBe(
    "Cette invitation est introuvable",
  );
});

it("says why, and shows the way on", () => {
  showPage(
    <DeadLink refusal={{ code: "link-expired" }}>
      <a href="/fr/sign-in">Se connecter</a>
    </DeadLink>,
  );
  expect(document.querySelector("main header p")?.textContent).toMatch(/\S \S.*\.$/);
  expect(screen.getByRole("link", { name: "Se connecter" })).toBeTruthy();
});
