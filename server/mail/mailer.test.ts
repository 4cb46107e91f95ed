import { createServer } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { outboxMailer } from "../testing/outbox-mailer";
import { composeMail } from "./compose-mail";
import type { Mailer, OutgoingMail } from "./mailer-port";
import { smtpMailer } from "./smtp-mailer";

const mail: OutgoingMail = {
  id: "AAAAAAAAAAAAAAAAAAAAAA",
  to: "odette@example.org",
  locale: "fr",
  subject: "Votre assemblée : c’est demain",
  body: "Bonjour Odette,\n\nÀ demain, 9 h 45.\n",
};

/** A mailer, and what those it writes to have received. */
interface Tried {
  readonly mailer: Mailer;
  readonly received: () => Promise<readonly string[]>;
  close(): Promise<void>;
}

async function throughSmtp(): Promise<Tried> {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith("gone") ? Object.assign(new Error(`${address} unknown`), { responseCode: 550 }) : null),
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        received.push(Buffer.concat(parts).toString("utf8"));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const mailer = smtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "Hemicycle <no-reply@assembly.test>" });
  return {
    mailer,
    received: async () => received.map(decoded),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function inTheOutbox(): Promise<Tried> {
  const kept: OutgoingMail[] = [];
  const mailer = outboxMailer((one) => kept.push(one));
  return {
    mailer,
    received: async () => kept.map(({ to, subject, body }) => `To: ${to}\nSubject: ${subject}\n\n${body}`),
    close: async () => {},
  };
}

/** A message as a mail program shows it: encoded words of the headers and the quoted-printable or base64 body read. */
function decoded(raw: string): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const words = head
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, text: string) => quoted(text.replaceAll("_", " ")))
    .replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_, text: string) => Buffer.from(text, "base64").toString("utf8"));
  const body = rest.join("\r\n\r\n");
  if (/base64/i.test(head)) return `${words}\n\n${Buffer.from(body, "base64").toString("utf8")}`;
  return `${words}\n\n${/quoted-printable/i.test(head) ? quoted(body.replace(/=\r\n/g, "")) : body}`;
}

function quoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

let tried: Tried | undefined;
afterEach(async () => {
  tried?.mailer.close();
  await tried?.close();
  tried = undefined;
});

describe.each([
  ["SMTP", throughSmtp],
  ["the outbox", inTheOutbox],
])("a mail through %s", (_, open) => {
  test("arrives with its subject and its text, accents included", async () => {
    tried = await open();
    expect(await tried.mailer.deliver(mail)).toEqual({ kind: "sent" });
    const [received = ""] = await tried.received();
    expect(received).toContain("odette@example.org");
    expect(received).toContain(mail.subject);
    expect(received).toContain("À demain, 9 h 45.");
  });

  test("to what is no address is refused for good, without naming it", async () => {
    tried = await open();
    const refused = await tried.mailer.deliver({ ...mail, to: "no address" });
    expect(refused).toMatchObject({ kind: "refused", forGood: true });
    expect(JSON.stringify(refused)).not.toContain("no address");
    expect(await tried.received()).toEqual([]);
  });

  test("sent many at once arrives each", async () => {
    tried = await open();
    const { mailer } = tried;
    await Promise.all(Array.from({ length: 12 }, (_, at) => mailer.deliver({ ...mail, to: `p${at}@example.org` })));
    expect(await tried.received()).toHaveLength(12);
  });
});

test("an address the server does not know is refused for good, in a code without the address", async () => {
  tried = await throughSmtp();
  expect(await tried.mailer.deliver({ ...mail, to: "gone@example.org" })).toEqual({
    kind: "refused",
    code: "EENVELOPE 550",
    forGood: true,
  });
});

test("a server that does not answer is tried again later", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await new Promise((resolve) => taken.close(resolve));
  const mailer = smtpMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: "no-reply@assembly.test" });
  expect(await mailer.deliver(mail)).toMatchObject({ kind: "refused", forGood: false });
  mailer.close();
});

test("the mails are worded in both languages, each link on a line of its own", () => {
  const link = "https://assembly.test/fr/link/AAAAAAAAAAAAAAAAAAAAAA";
  for (const locale of ["fr", "en"] as const) {
    const composed = composeMail(locale, "sign-in", { code: "123 456", link, minutes: 10 });
    expect(composed.subject).toContain("123 456");
    expect(composed.body.split("\n")).toContain(link);
    expect(composed.body).not.toContain("{{");
    const atMs = Date.parse("2026-03-28T09:00:00Z");
    const team = { name: "Yvonne", assembly: "Le logement", role: "expert", inviter: "Claire" } as const;
    const invited = composeMail(locale, "team", { ...team, link, expiresAtMs: atMs, timeZone: "Europe/Paris" });
    expect(invited.body).toMatch(/28/);
    expect(invited.subject).toContain("Le logement");
  }
});

test("a subject is one line that is read in one direction, whatever a title has in it", () => {
  const assembly = "Titre\r\nBcc: evil@evil.example\u202egpj";
  const link = "https://assembly.test/fr/team-link/x";
  const { subject } = composeMail("fr", "team", {
    name: "Odette",
    assembly,
    role: "expert",
    inviter: "Claire",
    link,
    expiresAtMs: 0,
    timeZone: "Europe/Paris",
  });
  expect(subject).toContain("Titre Bcc: evil@evil.example gpj");
  expect(subject).not.toMatch(/[\r\n\u202e]/);
});
