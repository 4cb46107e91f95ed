import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { type ErrorKind, ErrorPage, errorKind } from "./error-page";

afterEach(cleanup);

const path = "/fr/assembly/a/votes?page=2";
const href = (name: string) => screen.queryByRole("link", { name })?.getAttribute("href");
const buttons = () => [...document.querySelectorAll("main a.btn")].map((one) => one.textContent);

describe("the words for a status", () => {
  it("are its own where there are some, else those of its hundred", () => {
    expect([404, 413, 429, 503].map(errorKind)).toEqual(["404", "413", "429", "503"]);
    expect([418, 405, 502, 599].map(errorKind)).toEqual(["400", "400", "500", "500"]);
  });

  it("are a title, a sentence and a way on, for every kind and in both languages", () => {
    const kinds: ErrorKind[] = ["400", "401", "403", "404", "409", "410", "413", "429", "500", "503", "offline"];
    for (const kind of kinds) {
      for (const locale of ["fr", "en"] as const) {
        showPage(<ErrorPage kind={kind} />, { locale });
        expect(document.querySelector("h1")?.textContent, kind).toMatch(/\S \S/);
        expect(document.querySelector("h1 + p")?.textContent, kind).toMatch(/\.$/);
        expect(buttons().length, kind).toBeGreaterThan(0);
        cleanup();
      }
    }
  });
});

describe("the way on", () => {
  it("is to sign in and come back, where that is what is missing", () => {
    showPage(<ErrorPage kind="401" />, { path });
    expect(href("Se connecter")).toBe("/fr/sign-in?next=%2Ffr%2Fassembly%2Fa%2Fvotes%3Fpage%3D2");
    cleanup();
    showPage(<ErrorPage kind="403" refusal={{ code: "opens-one-seat" }} />, { path });
    expect(buttons()).toEqual(["Se connecter", "Aller à l’accueil"]);
  });

  it("is to try again where that may help, and to read anew where somebody else was faster", () => {
    showPage(<ErrorPage kind="503" />, { path });
    expect(href("Réessayer")).toBe(path);
    cleanup();
    showPage(<ErrorPage kind="409" />, { path });
    expect([href("Recharger la page"), href("Réessayer")]).toEqual([path, undefined]);
  });

  it("is home where nothing else would help", () => {
    showPage(<ErrorPage kind="404" />);
    expect(buttons()).toEqual(["Aller à l’accueil"]);
    expect(href("Aller à l’accueil")).toBe("/fr");
  });
});

describe("why", () => {
  it("is said by the refusal where it says more than the page", () => {
    showPage(<ErrorPage kind="403" refusal={{ code: "not-your-group" }} />);
    const [only, ...more] = screen.getByRole("main").querySelectorAll("p");
    expect(more).toEqual([]);
    expect(only?.textContent).not.toMatch(/Votre rôle dans l’assemblée/);
  });

  it("is left to the page where the refusal only says that the role does not fit", () => {
    showPage(<ErrorPage kind="403" refusal={{ code: "role-not-permitted", data: { action: "vote.run" } }} />);
    expect(screen.getByText(/Votre rôle dans l’assemblée/)).toBeTruthy();
  });

  it("has a reference for the team where something of ours broke, and nowhere else", () => {
    showPage(<ErrorPage kind="500" />, { root: { requestId: "r-42" } });
    expect(screen.getByText("Référence pour l’équipe : r-42")).toBeTruthy();
    cleanup();
    showPage(<ErrorPage kind="404" />, { root: { requestId: "r-42" } });
    expect(screen.queryByText(/r-42/)).toBeNull();
  });
});
