import { act, cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { DeskLayout } from "./desk-layout";
import { Help } from "./help";
import { LanguageSwitch } from "./language-switch";
import { MemberLayout } from "./member-layout";
import { OutboxNotice } from "./outbox-notice";
import { PlainLayout } from "./plain-layout";
import { PublicLayout } from "./public-layout";
import { SignedInMenu } from "./signed-in-menu";
import { ThemeSwitch } from "./theme-switch";

afterEach(cleanup);

const items = [
  { to: "/fr/assembly/a", label: "Accueil", end: true },
  { to: "/fr/assembly/a/sessions", label: "Séances" },
];
const odette = { signedIn: { id: "odette", name: "Odette Martin" } };
const link = (name: string | RegExp) => screen.getByRole<HTMLAnchorElement>("link", { name }).getAttribute("href");

describe("every page", () => {
  it("has one main part, where 'skip to the content' leads, and a way home", () => {
    const pages = [
      <PlainLayout key="plain">Texte</PlainLayout>,
      <MemberLayout key="member" title="Convention" home="/fr/assembly/a">
        Texte
      </MemberLayout>,
      <DeskLayout key="desk" title="Convention" home="/fr/assembly/a" items={items}>
        Texte
      </DeskLayout>,
      <PublicLayout key="public" title="Convention" home="/fr/site/a">
        Texte
      </PublicLayout>,
    ];
    for (const page of pages) {
      showPage(page);
      const main = screen.getByRole("main");
      expect([main.id, main.tabIndex, main.textContent]).toEqual(["main", -1, "Texte"]);
      expect(within(screen.getByRole("banner")).getAllByRole("link")[0]?.getAttribute("href")).toMatch(/^\/fr/);
      cleanup();
    }
  });

  it("lets the language and the appearance be chosen; a live screen leaves them out", () => {
    showPage(<PlainLayout>Texte</PlainLayout>);
    expect(screen.getByRole("navigation", { name: "Langue" })).toBeTruthy();
    expect(screen.getByRole("group", { name: "Apparence" })).toBeTruthy();
    cleanup();
    showPage(
      <MemberLayout title="Convention" home="/fr" bare>
        Texte
      </MemberLayout>,
    );
    expect(screen.queryByRole("navigation", { name: "Langue" })).toBeNull();
  });

  it("has a menu where there is something in it, and says which page is the current one", () => {
    showPage(
      <MemberLayout title="Convention" home="/fr" items={items}>
        Texte
      </MemberLayout>,
      { path: "/fr/assembly/a/sessions/s1" },
    );
    const menu = screen.getByRole("navigation", { name: "Menu principal" });
    const current = within(menu)
      .getAllByRole("link")
      .map((one) => [one.textContent, one.getAttribute("aria-current")]);
    expect(current).toEqual([
      ["Accueil", null],
      ["Séances", "page"],
    ]);
    cleanup();
    showPage(
      <MemberLayout title="Convention" home="/fr">
        Texte
      </MemberLayout>,
    );
    expect(screen.queryByRole("navigation", { name: "Menu principal" })).toBeNull();
  });
});

describe("the organiser's menu on a phone", () => {
  it("opens and closes, and says so", () => {
    showPage(
      <DeskLayout title="Convention" home="/fr" items={items}>
        Texte
      </DeskLayout>,
    );
    const toggle = screen.getByRole("button", { name: "Menu" });
    const menu = screen.getByRole("navigation", { name: "Menu principal" });
    expect([toggle.getAttribute("aria-expanded"), toggle.getAttribute("aria-controls")]).toEqual(["false", menu.id]);
    fireEvent.click(toggle);
    expect(screen.getByRole("button", { name: "Fermer le menu" }).getAttribute("aria-expanded")).toBe("true");
    expect(menu.hasAttribute("data-open")).toBe(true);
    fireEvent.click(toggle);
    expect(menu.hasAttribute("data-open")).toBe(false);
  });

  it("is closed again on the page that it led to", async () => {
    showPage(
      <DeskLayout title="Convention" home="/fr" items={items}>
        Texte
      </DeskLayout>,
    );
    fireEvent.click(screen.getByRole("button", { name: "Menu" }));
    fireEvent.click(screen.getByRole("link", { name: "Séances" }));
    expect(await screen.findByRole("button", { name: "Menu" })).toBeTruthy();
  });
});

describe("who is signed in", () => {
  it("finds their name, their devices and the way out; a visitor, the way in", () => {
    showPage(<SignedInMenu />, { root: odette });
    expect(screen.getByText("Connecté·e : Odette Martin")).toBeTruthy();
    expect(link("Mes appareils")).toBe("/fr/devices");
    const out = screen.getByRole<HTMLButtonElement>("button", { name: "Se déconnecter" }).form;
    expect([out?.method, out?.getAttribute("action")]).toEqual(["post", "/fr/sign-out"]);
    cleanup();
    showPage(<SignedInMenu />, { locale: "en" });
    expect(link("Sign in")).toBe("/en/sign-in");
  });
});

describe("help", () => {
  it("names somebody, whom a touch calls or writes to", () => {
    showPage(<Help contact={{ name: "Claire Fontaine", phone: "01 23 45 67 89", email: "claire@example.org" }} />);
    expect(screen.getByText("Claire Fontaine")).toBeTruthy();
    expect(link(/Appeler le 01 23 45 67 89/)).toBe("tel:0123456789");
    expect(link(/Écrire à claire@example.org/)).toBe("mailto:claire@example.org");
  });

  it("keeps the sign of a number abroad, and leaves out what is not known", () => {
    showPage(<Help contact={{ name: "Claire", phone: "+33 (1) 23.45", email: "" }} />);
    expect(link(/Appeler/)).toBe("tel:+3312345");
    expect(screen.getAllByRole("link")).toHaveLength(1);
  });

  it("says that there is nobody yet", () => {
    showPage(<Help />);
    expect(screen.getByText("L’équipe n’a pas encore donné de contact.")).toBeTruthy();
  });
});

describe("the language", () => {
  it("of the page is marked; the other leads to the same page, what was asked of it included", () => {
    showPage(<LanguageSwitch />, { path: "/fr/assembly/a/journal?page=2" });
    expect(screen.getByText("Français").getAttribute("aria-current")).toBe("true");
    const english = screen.getByRole("link", { name: "English" });
    expect([english.getAttribute("href"), english.lang]).toEqual(["/en/assembly/a/journal?page=2", "en"]);
  });
});

describe("the appearance", () => {
  beforeEach(() => {
    delete document.documentElement.dataset.theme;
  });
  const pressed = () => screen.getAllByRole("button", { pressed: true }).map((one) => one.textContent);
  const choose = (name: string) => act(() => screen.getByRole<HTMLButtonElement>("button", { name }).click());

  it("that was chosen is shown at once and remembered; as the device is to have chosen none", () => {
    showPage(<ThemeSwitch />);
    expect(pressed()).toEqual(["Comme l’appareil"]);
    choose("Sombre");
    expect([pressed(), document.documentElement.dataset.theme]).toEqual([["Sombre"], "dark"]);
    expect(document.cookie).toMatch(/dark/);
    choose("Comme l’appareil");
    expect([pressed(), document.documentElement.dataset.theme]).toEqual([["Comme l’appareil"], undefined]);
    expect(document.cookie).not.toMatch(/dark/);
  });

  it("is the one that the server remembered, and asking for another keeps what was asked of the page", () => {
    showPage(<ThemeSwitch />, { root: { theme: "light" }, path: "/fr/assembly/a/journal?page=2" });
    expect(pressed()).toEqual(["Clair"]);
    const form = screen.getByRole<HTMLButtonElement>("button", { name: "Sombre" }).form;
    expect([form?.method, form?.getAttribute("action"), form && new FormData(form).get("page")]).toEqual([
      "get",
      "/fr/assembly/a/journal",
      "2",
    ]);
  });
});

describe("an installation without a mail server", () => {
  it("says where its mails wait, to whoever may read them there, and else where to look", () => {
    showPage(<OutboxNotice />, { root: { mailOutbox: true, opensOutbox: true } });
    expect(link("Ouvrir la boîte d’envoi")).toBe("/fr/outbox");
    cleanup();
    showPage(<OutboxNotice />, { root: { mailOutbox: true } });
    expect(screen.getByText(/Son adresse est écrite dans le terminal/)).toBeTruthy();
    expect(screen.queryByRole("link")).toBeNull();
  });

  it("is not spoken of where mails leave", () => {
    const { container } = showPage(<OutboxNotice />);
    expect(container.textContent).toBe("");
  });
});
