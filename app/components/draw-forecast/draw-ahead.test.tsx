import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { DrawRunning, type DrawRunningProps } from "../draw-running/draw-running";
import { type PageOfTest, showPage } from "../testing/show-page";
import { DrawForecast, type ForecastOfPage } from "./draw-forecast";

afterEach(cleanup);

function said(shown: ReactNode, page?: PageOfTest): string {
  showPage(shown, page);
  return (document.body.textContent ?? "").replaceAll(/[\s\u00a0\u202f]+/g, " ");
}

const nobody = { count: 0, people: [] };
const price = { feature: "Âge", value: "16-29", bound: "min", seats: 10, gain: 0.002 } as const;

describe("what is known before a draw", () => {
  const possible = (changes: Partial<ForecastOfPage & { state: "possible" }> = {}): ForecastOfPage => ({
    state: "possible",
    minimum: 0.01,
    equal: 0.05,
    prices: [price],
    rare: nobody,
    never: nobody,
    isCrowded: false,
    ...changes,
  });
  const cells = () => [...document.querySelectorAll("tbody tr:first-child td")].map((cell) => cell.textContent);

  it("says what one seat more room on a quota would do for whoever has the least chance", () => {
    expect(said(<DrawForecast forecast={possible()} />)).toMatch(/Sans quotas, chacun aurait environ/);
    const [quota, change, after] = cells();
    expect([quota, change]).toEqual(["16-29 · Âge", expect.stringMatching(/au moins 10 → au moins 9/)]);
    expect(after).toMatch(/12/);
    cleanup();
    said(<DrawForecast forecast={possible({ prices: [{ ...price, bound: "max" }] })} />);
    expect(cells()[1]).toMatch(/au plus 10 → au plus 11/);
  });

  it("names a dozen quotas, the dearest first, and counts the others", () => {
    const prices = Array.from({ length: 15 }, (_, at) => ({ ...price, value: `v${at}` }));
    expect(said(<DrawForecast forecast={possible({ prices })} />)).toMatch(/et 3 autres quotas/);
    expect(document.querySelectorAll("tbody tr")).toHaveLength(12);
  });

  it("tells quotas that hold nobody back from those that hold each other", () => {
    expect(said(<DrawForecast forecast={possible({ prices: [], minimum: 0.05 })} />)).toMatch(
      /Aucun quota ne retient personne/,
    );
    cleanup();
    expect(said(<DrawForecast forecast={possible({ prices: [] })} />)).toMatch(/Aucun quota ne serre à lui seul/);
  });

  it("names who has a small chance, with the quotas that count them; more than ten on demand", () => {
    const people = [{ name: "Odette", values: [{ feature: "Âge", value: "16-29" }] }];
    said(<DrawForecast forecast={possible({ rare: { count: 1, people } })} />);
    expect(screen.getByText("Odette").closest("tr")?.textContent).toBe("Odette16-29");
    expect(document.querySelector("details")).toBeNull();
    cleanup();
    const many = Array.from({ length: 11 }, (_, at) => ({ name: `P${at}`, values: [] }));
    const words = said(<DrawForecast forecast={possible({ rare: { count: 1200, people: many } })} />);
    expect(document.querySelector("details summary")?.textContent).toBe("Montrer leurs noms");
    expect(words).toMatch(/1 200 personnes ont moins/);
    expect(words).toMatch(/Aucun quota n’en est seul la cause/);
  });

  it("warns of those whom no panel can contain, and is silent where there are none", () => {
    const never = { count: 2, people: [{ name: "Odette", values: [] }] };
    expect(said(<DrawForecast forecast={possible({ never })} />)).toMatch(
      /2 personnes ne peuvent pas être tirées du tout/,
    );
    cleanup();
    const words = said(<DrawForecast forecast={possible()} />);
    expect(words).not.toMatch(/du tout/);
    expect(words).toMatch(/n’a moins d’une chance sur 200/);
  });

  it("is asked for by whoever may, where it is not known; and nobody need wait for it", async () => {
    const asked: unknown[] = [];
    const answer = (values: Record<string, string>) => {
      asked.push([values.intent, values.back]);
      return null;
    };
    showPage(<DrawForecast forecast={{ state: "none" }} ask={{ back: "/fr/draw" }} />, { answer });
    fireEvent.click(screen.getByRole("button", { name: "Mesurer maintenant" }));
    await waitFor(() => expect(asked).toEqual([["forecast", "/fr/draw"]]));
    cleanup();
    expect(said(<DrawForecast forecast={{ state: "failed" }} />)).toMatch(/Le tirage lui-même n’en souffre pas/);
    expect(screen.queryByRole("button")).toBeNull();
    cleanup();
    expect(said(<DrawForecast forecast={{ state: "waiting", done: 3, of: 12 }} />)).toMatch(/25 %.*pas à l’attendre/);
  });
});

describe("a draw that is under way", () => {
  const running = { id: "run", kind: "first", progress: null, stopAsked: false } as const;
  const show = (changes: Partial<DrawRunningProps["running"]> = {}, mayStop = false, page?: PageOfTest) =>
    said(<DrawRunning running={{ ...running, ...changes }} mayStop={mayStop} />, page);

  it("says which draw, at which step, and how far; and that the page may be left", () => {
    expect(show({ progress: { step: "panels", done: 30, of: 40 } })).toMatch(
      /Le tirage est en cours.*Recherche des groupes possibles.*75 %.*Vous pouvez quitter/,
    );
    cleanup();
    expect(show({ kind: "alternates", progress: { step: "unheard-of" } })).toMatch(
      /suppléants.*Vérification des quotas/,
    );
  });

  it("never claims more than all of it", () => {
    expect(show({ progress: { step: "panels", done: 50, of: 40 } })).toMatch(/100 %/);
    cleanup();
    expect(show({ progress: { step: "panels", done: 0, of: 0 } })).not.toMatch(/ %/);
  });

  it("says what is proven so far, and how near it is, once something is", () => {
    const proven = show({ progress: { step: "prove", bound: 0.02, gap: 0.001 } });
    expect(proven).toMatch(/Aucun tirage ne peut donner à la personne la moins chanceuse plus de 20.*est à 1/);
    cleanup();
    expect(show({ progress: { step: "prove", bound: 0 } })).not.toMatch(/Aucun tirage ne peut/);
  });

  it("is stopped by whoever may, once; the others are told that it was asked", async () => {
    const asked: unknown[] = [];
    const answer = (values: Record<string, string>) => {
      asked.push([values.intent, values.runId]);
      return null;
    };
    show({}, true, { answer });
    fireEvent.click(screen.getByRole("button", { name: "Arrêter" }));
    await waitFor(() => expect(asked).toEqual([["stop", "run"]]));
    cleanup();
    expect(show({ stopAsked: true }, true)).toMatch(/L’arrêt est demandé/);
    expect(screen.queryByRole("button")).toBeNull();
    cleanup();
    show();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
