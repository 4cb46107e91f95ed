import { expect, test } from "vitest";
import { mailFate, mailTrouble } from "./mail-fate";

test("the server's numbers say why, the finer ones first", () => {
  const said = {
    "EENVELOPE 550 5.1.1": "address-unknown",
    "EENVELOPE 550": "address-unknown",
    "EENVELOPE 550 5.1.2": "domain-unknown",
    "EENVELOPE 550 5.2.1": "address-unknown",
    "EENVELOPE 552 5.2.2": "mailbox-full",
    "EENVELOPE 452": "mailbox-full",
    "EENVELOPE 450 4.1.1": "server-busy",
    "EENVELOPE 450 4.2.1": "server-busy",
    "EENVELOPE 452 4.2.2": "mailbox-full",
    "EENVELOPE 550 5.7.1": "unwanted",
    "EMESSAGE 554": "unwanted",
    "EENVELOPE 451 4.7.1": "server-busy",
    "EPROTOCOL 421 4.3.2": "server-busy",
    "ECONNECTION 421": "server-busy",
    EENVELOPE: "address-malformed",
    ECONNECTION: "server-unreachable",
    ETIMEDOUT: "server-unreachable",
    "EAUTH 535 5.7.8": "sender-refused",
    "ESENDER 553 5.1.8": "sender-refused",
    over: "too-late",
    "error 599": "other",
    "": "other",
  };
  const read = Object.fromEntries(Object.keys(said).map((error) => [error, mailTrouble(error)]));
  expect(read).toEqual(said);
});

test("a mail is waiting, sent, tried again at a time, or refused for good with the reason", () => {
  const at = new Date("2026-03-14T08:45:00Z");
  const mail = { state: "waiting", sentAt: null, dueAt: at, error: null } as const;
  const atMs = at.getTime();
  expect(mailFate(mail)).toEqual({ kind: "waiting" });
  expect(mailFate({ ...mail, state: "sent", sentAt: at })).toEqual({ kind: "sent", atMs });
  const error = "EENVELOPE 451 4.7.1";
  expect(mailFate({ ...mail, error })).toEqual({ kind: "again", atMs, trouble: "server-busy", answer: "451 4.7.1" });
  expect(mailFate({ ...mail, state: "failed", error: "EENVELOPE 550 5.1.1" })).toEqual({
    kind: "refused",
    trouble: "address-unknown",
    answer: "550 5.1.1",
  });
  expect(mailFate({ ...mail, state: "kept" })).toEqual({ kind: "kept" });
});

test("what an organiser can mend is told apart from what the server only says for now", () => {
  const said = {
    "EENVELOPE 550 5.1.3": "address-malformed",
    "EENVELOPE 550 5.1.7": "sender-refused",
    "EENVELOPE 550 5.2.3": "address-unknown",
    "ECONNECTION 550 5.4.4": "domain-unknown",
    "ECONNECTION 550 5.4.1": "server-busy",
    "EENVELOPE 550 5.5.0": "address-unknown",
    "EMESSAGE 571": "unwanted",
    "EENVELOPE 553": "address-unknown",
    "EMESSAGE 503": "other",
    EDNS: "server-unreachable",
    EUNKNOWN: "other",
  };
  for (const [error, trouble] of Object.entries(said)) expect(mailTrouble(error), error).toBe(trouble);
});

test("a mail that was given up says so, and one that was sent before its hour was kept has the hour it was due", () => {
  const at = new Date("2026-03-14T08:45:00Z");
  const mail = { state: "dropped", sentAt: null, dueAt: at, error: "EENVELOPE 550" } as const;
  expect(mailFate(mail)).toEqual({ kind: "dropped" });
  expect(mailFate({ ...mail, state: "sent" })).toEqual({ kind: "sent", atMs: at.getTime() });
  expect(mailFate({ ...mail, state: "failed", error: null })).toEqual({
    kind: "refused",
    trouble: "other",
    answer: "",
  });
});
