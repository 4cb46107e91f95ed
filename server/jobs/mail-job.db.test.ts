import { afterEach, beforeEach, expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "~/app/domain/kernel/clock";
import { newId } from "~/app/domain/kernel/ids";
import { insertMail, listLatestMails, type MailPurpose } from "~/db/repositories/mail";
import type { Delivery, OutgoingMail } from "../mail/mailer-port";
import { MOST_ATTEMPTS } from "../mail/retry-after";
import { outboxMailer } from "../testing/outbox-mailer";
import { runJob } from "../testing/run-job";
import { type TestApp, testApp } from "../testing/test-app";
import type { Job } from "./job";
import { keepMailsJob, mailJob, signInMailJob } from "./mail-job";

let world: TestApp;
beforeEach(async () => {
  world = await testApp();
});
afterEach(() => world.dispose());

async function write(purpose: MailPurpose = "team", to = "odette@example.org"): Promise<void> {
  await insertMail(world.app.stores.main, {
    id: newId<"mail">(world.random),
    assemblyId: null,
    purpose,
    aboutId: null,
    to,
    locale: "fr",
    subject: "Bonjour",
    body: "Un lien",
    createdAt: world.clock.now(),
  });
}

const run = (job: Job, stop?: AbortSignal) => runJob(job, world.app, stop);
const mails = () => listLatestMails(world.app.stores.main, 100);
const answering = (answer: Delivery) => ({ deliver: async () => answer, close() {} });
const busy = answering({ kind: "refused", code: "ECONNECTION", forGood: false });

test("each mail is sent once, even by two servers at the same time, and its link is forgotten", async () => {
  for (let at = 0; at < 60; at++) await write("team", `p${at}@example.org`);
  const sent: OutgoingMail[] = [];
  const mailer = outboxMailer((one) => sent.push(one));
  await Promise.all([run(mailJob(world.app, mailer)), run(mailJob(world.app, mailer))]);
  expect(new Set(sent.map(({ to }) => to)).size).toBe(60);
  expect(sent).toHaveLength(60);
  expect((await mails()).every(({ state, body }) => state === "sent" && body === "")).toBe(true);
});

test("a server that is busy is tried again later, and in the end given up", async () => {
  await write();
  await run(mailJob(world.app, busy));
  expect(await mails()).toMatchObject([{ state: "waiting", attempts: 1, error: "ECONNECTION", leasedUntil: null }]);
  const sent: OutgoingMail[] = [];
  await run(
    mailJob(
      world.app,
      outboxMailer((one) => sent.push(one)),
    ),
  );
  expect(sent).toEqual([]);
  for (let attempt = 2; attempt <= MOST_ATTEMPTS; attempt++) {
    world.clock.advance(2 * HOUR_MS);
    await run(mailJob(world.app, busy));
  }
  expect(await mails()).toMatchObject([{ state: "failed", attempts: MOST_ATTEMPTS }]);
});

test("an address that is refused for good is not tried again", async () => {
  await write();
  await run(mailJob(world.app, answering({ kind: "refused", code: "EENVELOPE 550", forGood: true })));
  expect(await mails()).toMatchObject([{ state: "failed", error: "EENVELOPE 550", body: "" }]);
});

test("a sign-in mail that waited longer than its code lives is not sent", async () => {
  await write("sign-in");
  world.clock.advance(11 * MINUTE_MS);
  const sent: OutgoingMail[] = [];
  await run(
    signInMailJob(
      world.app,
      outboxMailer((one) => sent.push(one)),
    ),
  );
  expect(sent).toEqual([]);
  expect(await mails()).toMatchObject([{ state: "failed", error: "over", body: "" }]);
});

test("what was written while nothing sent mails does not leave by itself once something does", async () => {
  await write("invitation", "old@example.org");
  await run(keepMailsJob(world.app));
  await write("invitation", "new@example.org");
  const sent: OutgoingMail[] = [];
  await run(
    mailJob(
      world.app,
      outboxMailer((one) => sent.push(one)),
    ),
  );
  expect(sent.map(({ to }) => to)).toEqual(["new@example.org"]);
  expect((await mails()).find(({ to }) => to === "old@example.org")).toMatchObject({ state: "kept", body: "Un lien" });
});

test("a closing server leaves the rest of a mass of mails for its next start", async () => {
  for (let at = 0; at < 90; at++) await write("team", `p${at}@example.org`);
  const stop = new AbortController();
  const sent: OutgoingMail[] = [];
  const mailer = outboxMailer((one) => {
    sent.push(one);
    stop.abort();
  });
  await run(mailJob(world.app, mailer), stop.signal);
  expect(sent).toHaveLength(4);
  await run(mailJob(world.app, mailer));
  expect(sent).toHaveLength(90);
});
