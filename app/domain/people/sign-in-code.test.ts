import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../kernel/clock";
import {
  type AskedMail,
  CODE_LIFE_MS,
  MAILS_OF_SOURCE,
  MAILS_TO_ADDRESS,
  MOST_UNUSED_CODES,
  mailToSend,
  readSignInCode,
} from "./sign-in-code";

const nowMs = Date.parse("2026-03-14T09:00:00Z");
const mail = (minutesAgo: number, changes: Partial<AskedMail> = {}): AskedMail => ({
  createdAt: new Date(nowMs - minutesAgo * MINUTE_MS),
  usedAt: null,
  hasCode: true,
  isClaim: false,
  source: "home",
  ...changes,
});
const mails = (count: number, minutesAgo: number, changes: Partial<AskedMail> = {}) =>
  Array.from({ length: count }, () => mail(minutesAgo, changes));
const send = (asked: readonly AskedMail[], source = "home") => mailToSend(asked, { source, nowMs });

describe("what an address is sent", () => {
  test("a code and a link, the first time", () => {
    expect(send([])).toBe("code-and-link");
  });

  test("the link alone, once one source had four codes that nobody used; another source still gets one", () => {
    expect(send(mails(3, 120))).toBe("code-and-link");
    expect(send(mails(4, 120))).toBe("link-alone");
    expect(send(mails(4, 120), "elsewhere")).toBe("code-and-link");
  });

  test("the link alone, once there were twelve codes, whoever asked for them", () => {
    const asked = Array.from({ length: 12 }, (_, at) => mail(120, { source: `source-${at}` }));
    expect(send(asked.slice(1), "new")).toBe("code-and-link");
    expect(send(asked, "new")).toBe("link-alone");
  });

  test("a code again, where the ones before were used: no stranger has them", () => {
    expect(send(mails(12, 120, { usedAt: new Date(nowMs) }))).toBe("code-and-link");
    expect(send(mails(12, 120, { hasCode: false }))).toBe("code-and-link");
  });

  test("nothing for three minutes, after sixteen mails in an hour; then one again", () => {
    expect(send(mails(16, 2, { hasCode: false }))).toBe("nothing");
    expect(send(mails(15, 2, { hasCode: false }))).toBe("code-and-link");
    expect(send(mails(16, 3, { hasCode: false }))).toBe("code-and-link");
    expect(send([...mails(15, 60), ...mails(1, 1)])).toBe("link-alone");
  });
});

describe("six digits", () => {
  test("are read with the spaces and hyphens that people and mail programs put in", () => {
    for (const typed of ["123456", "123 456", " 123\u202f456 ", "123-456", "1 2 3 4 5 6", "123\u00a0456\n"]) {
      expect(readSignInCode(typed), typed).toBe("123456");
    }
  });

  test("are digits, of the keyboard", () => {
    for (const typed of ["12345O", "١٢٣٤٥٦", "123.456", "+123456"])
      expect(readSignInCode(typed), typed).toBeUndefined();
  });
});

describe("laws of what is sent", () => {
  interface Asking {
    readonly source: string;
    readonly afterMs: number;
    readonly used: boolean;
  }
  const asking: fc.Arbitrary<Asking[]> = fc.array(
    fc.record({
      source: fc.constantFrom("one", "two", "three", "four"),
      afterMs: fc.oneof(fc.integer({ min: 0, max: 5 * MINUTE_MS }), fc.integer({ min: 0, max: 8 * HOUR_MS })),
      used: fc.constantFrom(false, false, false, true),
    }),
    { maxLength: 60 },
  );

  /** Every mail that is sent while people ask, and when somebody was sent nothing. */
  function play(all: readonly Asking[]) {
    const sent: AskedMail[] = [];
    const silent: number[] = [];
    let atMs = nowMs;
    for (const { source, afterMs, used } of all) {
      atMs += afterMs;
      const lastDay = sent.filter(({ createdAt }) => atMs - createdAt.getTime() < DAY_MS);
      const what = mailToSend(lastDay, { source, nowMs: atMs });
      if (what === "nothing") silent.push(atMs);
      else {
        const usedAt = used ? new Date(atMs) : null;
        sent.push({ createdAt: new Date(atMs), usedAt, hasCode: what === "code-and-link", isClaim: false, source });
      }
    }
    return { sent, silent };
  }

  test("in any day an address has at most twelve unused codes to guess, four of them asked for by one source", () => {
    fc.assert(
      fc.property(asking, (all) => {
        const codes = play(all).sent.filter(({ hasCode, usedAt }) => hasCode && usedAt === null);
        for (const { createdAt } of codes) {
          const day = codes.filter((one) => {
            const sinceMs = one.createdAt.getTime() - createdAt.getTime();
            return sinceMs >= 0 && sinceMs < DAY_MS;
          });
          expect(day.length).toBeLessThanOrEqual(MOST_UNUSED_CODES.inAll);
          for (const source of new Set(day.map((one) => one.source))) {
            const own = day.filter((one) => one.source === source).length;
            expect(own).toBeLessThanOrEqual(MOST_UNUSED_CODES.ofSource);
          }
        }
      }),
      { seed: 20261129 },
    );
  });

  test("who is sent nothing has a mail less than three minutes old, whose link still works", () => {
    fc.assert(
      fc.property(asking, (all) => {
        const { sent, silent } = play(all);
        for (const atMs of silent) {
          const youngest = Math.max(...sent.map(({ createdAt }) => createdAt.getTime()).filter((at) => at <= atMs));
          expect(atMs - youngest).toBeLessThan(MAILS_TO_ADDRESS.pauseMs ?? 0);
        }
      }),
      { seed: 20261130 },
    );
  });

  test("both pauses together are shorter than the life of a mail", () => {
    expect((MAILS_OF_SOURCE.pauseMs ?? 0) + (MAILS_TO_ADDRESS.pauseMs ?? 0)).toBeLessThan(CODE_LIFE_MS);
  });
});
