import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { showPage } from "../testing/show-page";
import { MailFateLine } from "./mail-fate-line";
import { RefusedMailsNotice } from "./refused-mails-notice";

afterEach(cleanup);

const body = () => (document.body.textContent ?? "").replaceAll(/[\s\u00a0\u202f]+/g, " ");

describe("what became of a mail", () => {
  const atMs = Date.parse("2026-03-14T08:45:00Z");
  const refused = { kind: "refused", trouble: "domain-unknown", answer: "550 5.1.2" } as const;

  it("says when it left, where the assembly is", () => {
    showPage(<MailFateLine fate={{ kind: "sent", atMs }} timeZone="Europe/Paris" />);
    expect(body()).toMatch(/courriel envoyé le .*9 ?[h:] ?45/);
  });

  it("says why it was refused in plain words, with the numbers for whoever looks after the installation", () => {
    showPage(<MailFateLine fate={refused} timeZone="Europe/Paris" />);
    expect(body()).toMatch(/courriel refusé.*Ce qui suit le @ n’existe pas.*réponse du serveur : 550 5\.1\.2/);
    cleanup();
    showPage(<MailFateLine fate={{ ...refused, answer: "" }} timeZone="Europe/Paris" />);
    expect(body()).not.toMatch(/réponse du serveur/);
  });

  it("says when it is tried again, and why", () => {
    const again = { kind: "again", atMs, trouble: "server-busy", answer: "451" } as const;
    showPage(<MailFateLine fate={again} timeZone="Europe/Paris" />);
    expect(body()).toMatch(/nouvel essai le .*Le serveur demande d’attendre/);
  });

  it("says that it waits, was kept or given up", () => {
    const words = { waiting: /en attente d’envoi/, kept: /écrit, pas envoyé/, dropped: /abandonné/ } as const;
    for (const kind of ["waiting", "kept", "dropped"] as const) {
      showPage(<MailFateLine fate={{ kind }} timeZone="Europe/Paris" />);
      expect(body()).toMatch(words[kind]);
      cleanup();
    }
  });

  it("leads to those that did not arrive, counted; and says nothing where all did", () => {
    showPage(<RefusedMailsNotice count={2} to="/fr/assembly/a/mails" />);
    const link = screen.getByRole("link", { name: /2 courriels ne sont pas arrivés/ });
    expect(link.getAttribute("href")).toBe("/fr/assembly/a/mails");
    cleanup();
    showPage(<RefusedMailsNotice count={0} to="/fr/assembly/a/mails" />);
    expect(screen.queryByRole("link")).toBeNull();
  });
});
