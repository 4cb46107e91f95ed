import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WebSocket } from "ws";
import { sessionStream } from "~/app/domain/deliberation/streams";
import { DEVICE_LIFE_MS } from "~/app/domain/people/device-life";
import { listLatestMails } from "~/db/repositories/mail";
import { askForCode } from "~/server/commands/auth/ask-for-code";
import { endExpired } from "~/server/commands/auth/end-expired";
import { enterCode } from "~/server/commands/auth/enter-code";
import { signInAtDesk } from "~/server/commands/auth/sign-in-at-desk";
import { signOut } from "~/server/commands/auth/sign-out";
import { signOutOthers } from "~/server/commands/auth/sign-out-others";
import { askTurn } from "~/server/commands/live/ask-turn";
import type { Somebody } from "~/server/testing/build-assembly";
import { at, refusal, value } from "~/server/testing/build-live";
import { documentClosed } from "../protocol/close-codes";
import { type LiveWorld, liveSocket, liveWorld } from "../testing/live-world";
import { rawConnection, type SharedText, sharedText, typed } from "../testing/shared-text";
import { barrierFrame, updateFrame } from "./documents/document-frames";

let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld("ended-devices");
});
afterAll(() => world.dispose());

type Device = Awaited<ReturnType<LiveWorld["signIn"]>>;
type LivePage = ReturnType<typeof liveSocket>;

/** A device with everything open that a page can have open: the live session and a shared text. */
interface Opened {
  readonly device: Device;
  readonly live: LivePage;
  readonly text: WebSocket;
  /** How each was closed by the server, once both were. */
  readonly closings: Promise<{ readonly live: string; readonly text: number }>;
}

async function open(shared: SharedText, somebody: Somebody, client: number): Promise<Opened> {
  const device = await world.signIn(somebody.personId);
  const live = liveSocket(world, device).connect();
  await live.emitWithAck("join", { stream: sessionStream(shared.live.sessionId) });
  const text = await rawConnection(world, { ...shared, browser: device }, client);
  const closings = Promise.all([
    new Promise<string>((closed) => live.once("closing", closed)),
    new Promise<number>((closed) => text.once("close", closed)),
  ]).then(([ofLive, ofText]) => ({ live: ofLive, text: ofText }));
  return { device, live, text, closings };
}

const forGood = { live: "signed-out", text: documentClosed.signInNeeded };

/** Answers once the server has answered on both: neither was closed. */
async function stillOpen({ live, text }: Opened, shared: SharedText): Promise<boolean> {
  const joined = (await live.emitWithAck("join", { stream: sessionStream(shared.live.sessionId) })) as { ok: boolean };
  const answered = new Promise<boolean>((settle) => {
    text.once("message", () => settle(true));
    text.once("close", () => settle(false));
  });
  text.send(barrierFrame(7));
  return joined.ok && (await answered);
}

function shut(...opened: readonly Opened[]): void {
  for (const { live, text } of opened) {
    live.disconnect();
    text.terminate();
  }
}

/** Ways in which a device ends, each with who asks for it. */
const endings = {
  "signed out on it": async ({ device }: Opened) => {
    const caller = await world.asking(device);
    value(await signOut(caller, world.commandId(), { deviceId: device.deviceId }));
  },
  "ended from another device": async ({ device }: Opened, { other }: Around) => {
    value(await signOut(await world.asking(other.device), world.commandId(), { deviceId: device.deviceId }));
  },
  "replaced by a sign-in as somebody else": async ({ device }: Opened, { somebodyElse }: Around) => {
    const email = `${somebodyElse}@example.org`;
    const stranger = await world.person("Zoé", email);
    const ask = { ...world.online(world.visitor()), source: "203.0.113.7" };
    const challenge = value(await askForCode(ask, world.commandId(), { email, locale: "fr", next: null }));
    const [mail] = await listLatestMails(world.app.stores.main, 1);
    const code = /(\d{3} \d{3})/.exec(mail?.body ?? "")?.[1] ?? "";
    const { signedIn } = await world.asking(device);
    const replaces = signedIn && { deviceId: signedIn.deviceId, personId: signedIn.personId };
    const asking = { challenge, code, device: { userAgent: null, replaces } };
    value(await enterCode(ask, world.commandId(), asking));
    expect(stranger).not.toBe(signedIn?.personId);
  },
} as const;

interface Around {
  readonly other: Opened;
  readonly somebodyElse: string;
}

describe("a device that ends", () => {
  test.each(Object.keys(endings) as (keyof typeof endings)[])(
    "%s closes what it has open, for good, and nothing of the person's other device (L10, D12)",
    async (how) => {
      const shared = await sharedText(world);
      const somebody = at(shared.writers, 0);
      const ended = await open(shared, somebody, 11);
      const other = await open(shared, somebody, 12);
      await endings[how](ended, { other, somebodyElse: how.replaceAll(" ", ".") });
      expect(await ended.closings).toEqual(forGood);
      expect(await stillOpen(other, shared)).toBe(true);
      shut(ended, other);
    },
  );

  test("because all others are ended from one closes theirs, not its own", async () => {
    const shared = await sharedText(world);
    const somebody = at(shared.writers, 0);
    const [first, second, kept] = [
      await open(shared, somebody, 21),
      await open(shared, somebody, 22),
      await open(shared, somebody, 23),
    ];
    const { deviceId } = kept.device;
    const done = await signOutOthers(await world.asking(kept.device), world.commandId(), { deviceId });
    expect(value(done).ended).toBeGreaterThanOrEqual(2);
    expect([await first.closings, await second.closings]).toEqual([forGood, forGood]);
    expect(await stillOpen(kept, shared)).toBe(true);
    shut(first, second, kept);
  });

  test("by being handed over at the desk closes what the helper has open on it, at once", async () => {
    const shared = await sharedText(world);
    const { live } = shared;
    const helper = await live.join("technical-assistant");
    const tablet = await world.signIn(helper.personId);
    const page = liveSocket(world, tablet).connect();
    await page.emitWithAck("join", { stream: sessionStream(live.sessionId) });
    const closing = new Promise<string>((closed) => page.once("closing", closed));
    const order = {
      assemblyId: live.assemblyId,
      participationId: at(live.members, 0).participationId,
      deskDeviceId: tablet.deviceId,
      userAgent: null,
    };
    value(await signInAtDesk(await world.asking(tablet), world.commandId(), order));
    expect(await closing).toBe("signed-out");
    expect((await world.asking(tablet)).actor.kind).toBe("visitor");
    page.disconnect();
  });

  test("by its time running out is closed though nobody asks anything of it, and takes no text from then on", async () => {
    const shared = await sharedText(world);
    const start = world.clock.now();
    const expired = await open(shared, at(shared.writers, 0), 31);
    world.clock.advance(DEVICE_LIFE_MS + 1);
    expired.text.send(updateFrame(typed(31, "trop tard")));
    const closedText = await new Promise<number>((closed) => expired.text.once("close", closed));
    expect(closedText).toBe(documentClosed.signInNeeded);
    expect(await shared.stored()).not.toContain("trop tard");
    await endExpired((await world.asking({})).app);
    expect((await expired.closings).live).toBe("signed-out");
    shut(expired);
    world.clock.set(start);
  });

  test("does nothing more with what was under way: a command that began before is refused after", async () => {
    const shared = await sharedText(world);
    const { sessionId, members } = shared.live;
    const device = await world.signIn(at(members, 1).personId);
    const underWay = await world.asking(device);
    value(await signOut(await world.asking(device), null, { deviceId: device.deviceId }));
    expect(refusal(await askTurn(underWay, world.commandId(), { sessionId, groupId: null }))).toBe("sign-in-needed");
  });
});
