import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "~/app/domain/kernel/ids";
import { listLatestMails } from "~/db/repositories/mail";
import { mail } from "~/db/schema/records";
import { askForCode } from "../commands/auth/ask-for-code";
import type { App } from "../context";
import type { Mailer } from "../mail/mailer-port";
import { smtpMailer } from "../mail/smtp-mailer";
import { runJob } from "../testing/run-job";
import { type TestApp, testApp } from "../testing/test-app";
import { type TestMailServer, testMailServer } from "../testing/test-mail-server";
import { startJobs } from "./jobs";
import { mailJob, signInMailJob } from "./mail-job";

let world: TestApp;
let server: TestMailServer | undefined;
let mailers: Mailer[];
beforeEach(async () => {
  world = await testApp();
  mailers = [];
});
afterEach(async () => {
  for (const mailer of mailers) mailer.close();
  await server?.close();
  server = undefined;
  await world.dispose();
});

const ODETTE = "odette@example.org";
const MASS = 5000;

function mailerTo({ url }: TestMailServer): Mailer {
  const mailer = smtpMailer({ smtpUrl: url, from: "Hemicycle <no-reply@assembly.test>" });
  mailers.push(mailer);
  return mailer;
}

async function writeMass(): Promise<void> {
  const at = world.clock.now();
  const one = (number: number): typeof mail.$inferInsert => ({
    id: newId<"mail">(world.random),
    assemblyId: null,
    purpose: "invitation",
    aboutId: null,
    to: `p${number}@example.org`,
    locale: "fr",
    subject: "Bonjour",
    body: "Un lien",
    state: "waiting",
    attempts: 0,
    dueAt: at,
    leasedUntil: null,
    createdAt: at,
    sentAt: null,
    error: null,
  });
  for (let from = 0; from < MASS; from += 500) {
    const chunk = Array.from({ length: 500 }, (_, number) => one(from + number));
    await world.app.stores.main.insert(mail).values(chunk);
  }
}

async function ask(app: App): Promise<void> {
  const order = { email: ODETTE, locale: "fr", next: null } as const;
  const asked = await askForCode({ ...world.visitor(), app }, world.commandId(), order);
  if (!asked.ok) throw new Error(asked.refusal.code);
}

test("a code passes five thousand mails that left before it", { timeout: 60_000 }, async () => {
  server = await testMailServer();
  await world.person("Odette", ODETTE);
  await writeMass();
  const jobs = startJobs([signInMailJob(world.app, mailerTo(server)), mailJob(world.app, mailerTo(server))], world.app);
  jobs.wake("mail");
  await server.until(20);
  await ask({ ...world.app, jobs });
  const before = server.received.length;
  await server.until(ODETTE);
  const passedIt = server.received.indexOf(ODETTE) - before;
  await jobs.stop();
  expect(passedIt).toBeLessThan(MASS / 20);
  expect(server.received.length).toBeLessThan(MASS);
});

test.each([
  ["that asks to come back (greylisting)", { answers: 2, paused: 0 }],
  ["that closes for a moment", { answers: 0, paused: 2 }],
])("a mail server %s delays a code by seconds", async (_, pauses) => {
  const left = { ...pauses };
  server = await testMailServer({
    answerTo: () => (left.answers-- > 0 ? { code: 451, text: "4.7.1 greylisted, come back" } : null),
    isPaused: () => left.paused-- > 0,
  });
  await world.person("Odette", ODETTE);
  await ask(world.app);
  const job = signInMailJob(world.app, mailerTo(server));
  let waited = 0;
  await runJob(job, world.app);
  while (server.received.length === 0 && waited < 600) {
    waited++;
    world.clock.advance(1000);
    await runJob(job, world.app);
  }
  expect(waited).toBe(15);
  expect(await listLatestMails(world.app.stores.main, 1)).toMatchObject([{ state: "sent", attempts: 3, body: "" }]);
});
