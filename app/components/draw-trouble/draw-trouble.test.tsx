import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { type PageOfTest, showPage } from "../testing/show-page";
import { DrawTrouble, type DrawTroubleProps } from "./draw-trouble";
import type { KeptOfPage } from "./kept-draw";

afterEach(cleanup);

type Trouble = DrawTroubleProps["trouble"];

/** A draw that nothing stands in the way of, but that drew nobody. */
const aTrouble = (changes: Partial<Trouble> = {}): Trouble => ({
  state: "impossible",
  kind: "first",
  source: "run",
  basis: "basis",
  reasons: [],
  clash: [],
  relaxations: [],
  stoppedAt: null,
  stopped: null,
  ...changes,
});

const change = { feature: "Âge", value: "16-29", bound: "min", from: 10, to: 8 } as const;
const relaxations = [
  { changes: [change], seats: 2, beyondFlex: false },
  { changes: [{ ...change, value: "60+", bound: "max", from: 12, to: 15 }], seats: 3, beyondFlex: true },
] as const;

function show(changes: Partial<Trouble>, more: Omit<DrawTroubleProps, "trouble"> = {}, page?: PageOfTest): string {
  showPage(<DrawTrouble trouble={aTrouble(changes)} {...more} />, page);
  return (document.body.textContent ?? "").replaceAll(/[\s\u00a0\u202f]+/g, " ");
}

describe("quotas that no panel can meet", () => {
  it("are named, side by side, with their bounds, where there are several that clash", () => {
    const clash = [
      { feature: "Âge", value: "16-29", bound: "min", seats: 10 },
      { feature: "Genre", value: "femme", bound: "max", seats: 20 },
    ] as const;
    const said = show({ clash, relaxations });
    expect(said).toContain("Âge, 16-29 : au moins 10");
    expect(said).toContain("Genre, femme : au plus 20");
    cleanup();
    expect(show({ clash: clash.slice(0, 1), relaxations })).not.toContain("au moins 10");
  });

  it("say so in English on an English page", () => {
    const said = show({ relaxations }, {}, { locale: "en" });
    expect(said).toMatch(/Âge, 16-29: at least 8 instead of 10/);
  });

  it("say that no change of quotas would do, where none would", () => {
    const noWay = /Aucun changement de quotas n’y suffirait/;
    expect(show({})).toMatch(noWay);
    cleanup();
    expect(show({ relaxations })).not.toMatch(noWay);
  });

  it("lead to where quotas are changed, for those who may", () => {
    show({}, { toQuotas: "/fr/assembly/a/recruit/quotas" });
    expect(screen.getByRole("link", { name: "Changer les quotas" }).getAttribute("href")).toBe(
      "/fr/assembly/a/recruit/quotas",
    );
    cleanup();
    show({});
    expect(screen.queryByRole("link")).toBeNull();
  });
});

describe("what would make a draw possible", () => {
  it("is offered with its price, the least change first, and says where it goes beyond what the file allows", () => {
    show({ relaxations });
    const ways = within(screen.getByRole("region", { name: /rendrait le tirage possible/ }));
    const cards = ways.getAllByRole("heading", { level: 3 }).map((one) => one.textContent);
    expect(cards).toEqual(["Le plus petit changement", "Une autre possibilité"]);
    expect(ways.getByText(/^2 sièges sont déplacés/).textContent).not.toMatch(/bornes souples/);
    expect(ways.getByText(/^3 sièges sont déplacés/).textContent).toMatch(/bornes souples/);
  });

  it("is applied by whoever may, after a question that says what it does; others only read it", async () => {
    const asked: Record<string, string>[] = [];
    const answer = (values: Record<string, string>) => {
      asked.push(values);
      return null;
    };
    show({ relaxations }, { relax: { back: "/fr/assembly/a/draw" } }, { answer });
    const second = screen.getAllByRole("button", { name: /Faire ce changement/ })[1];
    if (!second) throw new Error("no second way");
    fireEvent.click(second);
    const dialog = await screen.findByRole("dialog", { name: /Changer ainsi les quotas/ });
    expect(dialog.textContent).toMatch(/60\+.*au plus 15 au lieu de 12/);
    expect(asked).toEqual([]);
    fireEvent.click(within(dialog).getByRole("button", { name: "Changer les quotas" }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({
      intent: "relax",
      form: "relax-2",
      source: "run",
      basis: "basis",
      proposal: "2",
      back: "/fr/assembly/a/draw",
    });
    cleanup();
    show({ relaxations });
    expect(screen.queryByRole("button", { name: /Faire ce changement/ })).toBeNull();
  });

  it("is not offered for a situation that nobody knows any more", () => {
    show({ relaxations, basis: null });
    expect(screen.queryByRole("region", { name: /rendrait le tirage possible/ })).toBeNull();
  });
});

describe("a draw that was refused or failed", () => {
  it("says what must be mended, at most twenty things at once", () => {
    const reasons = Array.from({ length: 25 }, (_, at) => ({ code: `reason-${at}` }));
    show({ state: "refused", reasons });
    expect(screen.getAllByRole("listitem")).toHaveLength(20);
    expect(screen.getByText("Les données ne permettent pas le tirage")).toBeTruthy();
  });

  it("speaks of what is ahead where nothing was drawn yet", () => {
    expect(show({ state: "refused", kind: "forecast" })).toMatch(/Il faut corriger quelque chose avant le tirage/);
    cleanup();
    expect(show({ kind: "forecast" })).toMatch(/Personne n’a encore été tiré/);
  });

  it("says that the calculation failed and nobody was drawn", () => {
    expect(show({ state: "failed" })).toMatch(/Le calcul a échoué, et personne n’a été tiré/);
  });
});

describe("a draw that was stopped", () => {
  const atMs = Date.parse("2026-02-14T09:00:00Z");
  const stopped = { byName: "Claire Fontaine", atMs, isUnanswered: false, kept: null };
  const kept: KeptOfPage = {
    isWhole: false,
    proven: { reached: 0.019, bound: 0.02, gap: 0.001, leftOut: 0, isFair: true },
    size: 1000,
    distinctPanels: 412,
    lotteryHash: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
  };

  it("says by whom and when, where the assembly is, how far it was, and that nothing is left of it", () => {
    const said = show({ state: "stopped", stopped, stoppedAt: { step: "unheard of" } });
    expect(said).toMatch(/Calcul arrêté par Claire Fontaine, le .*14 février 2026.*10 ?h/);
    expect(said).toMatch(/Aucun groupe n’avait encore été trouvé/);
    expect(said).not.toMatch(/unheard of/);
  });

  it("says when alone, where nobody is named, and that something was lost where the server did not answer", () => {
    const said = show({ state: "stopped", stopped: { ...stopped, byName: null, isUnanswered: true } });
    expect(said).toMatch(/Calcul arrêté le /);
    expect(said).toMatch(/n’a pas pu être gardé/);
  });

  it("is drawn from by whoever may, if its list is fair; else it says why it is not", () => {
    const use = /Tirer avec ce résultat/;
    show({ state: "stopped", stopped: { ...stopped, kept } }, { use: {} });
    expect(screen.getByRole("button", { name: use })).toBeTruthy();
    cleanup();
    show({ state: "stopped", stopped: { ...stopped, kept } });
    expect(screen.queryByRole("button", { name: use })).toBeNull();
    cleanup();
    const unfair = { ...kept, proven: { reached: 0.01, bound: 0.02, gap: 0.01, leftOut: 3, isFair: false } };
    const said = show({ state: "stopped", stopped: { ...stopped, kept: unfair } }, { use: {} });
    expect(screen.queryByRole("button", { name: use })).toBeNull();
    expect(said).toMatch(/On ne peut pas encore tirer un groupe de cette liste/);
    expect(said).toMatch(/3 volontaires n’ont aucune chance/);
  });

  it("says how near to the best it is, and when nothing better exists", () => {
    const proven = (changes: Partial<NonNullable<KeptOfPage["proven"]>>) => {
      const base = { reached: 0.02, bound: 0.02, gap: 0, leftOut: 0, isFair: true };
      const said = show({
        state: "stopped",
        stopped: { ...stopped, kept: { ...kept, proven: { ...base, ...changes } } },
      });
      cleanup();
      return said;
    };
    expect(proven({})).toMatch(
      /100 % du meilleur possible.*Aucun tirage ne pourrait lui en donner plus : c’est prouvé/,
    );
    expect(proven({ reached: 0.019, gap: 0.001 })).toMatch(/95 % du meilleur possible/);
    expect(proven({ bound: null, gap: null })).toMatch(/n’a pas eu le temps de prouver/);
  });

  it("that had just ended is kept whole, and drawn from without a doubt", () => {
    const said = show({ state: "stopped", stopped: { ...stopped, kept: { ...kept, isWhole: true } } }, { use: {} });
    expect(said).toMatch(/Le calcul venait de finir/);
    expect(said).toMatch(/Liste de 1 000 groupes, dont 412 différents/);
  });
});
