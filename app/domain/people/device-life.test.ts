import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Role, roles } from "../assembly/role";
import { DAY_MS, HOUR_MS } from "../kernel/clock";
import type { AssemblyId, OrganisationId, ParticipationId } from "../kernel/ids";
import { DEVICE_LIFE_MS, deviceEndsAfterUse, deviceEndsAt, isOfTeam, isProven, PROOF_LIFE_MS } from "./device-life";

const now = new Date("2026-03-14T09:00:00Z");
const inDays = (days: number): Date => new Date(now.getTime() + days * DAY_MS);
const holding = (...held: readonly Role[]) => ({
  organiserOf: [],
  participations: held.map((role) => ({
    participationId: role as string as ParticipationId,
    assemblyId: "assembly" as AssemblyId,
    role,
  })),
});

describe("who is of a team", () => {
  test("whoever organises, or holds any role but a member's", () => {
    for (const role of roles) expect(isOfTeam(holding(role)), role).toBe(role !== "member");
    expect(isOfTeam(holding("member", "observer"))).toBe(true);
    expect(isOfTeam({ ...holding("member"), organiserOf: ["organisation" as OrganisationId] })).toBe(true);
    expect(isOfTeam(holding())).toBe(false);
  });
});

describe("how long a device stays signed in", () => {
  test("a member's stays for a year after each visit, a team's for thirty days without one", () => {
    expect(deviceEndsAfterUse(now, false)).toEqual(inDays(365));
    expect(deviceEndsAfterUse(now, true)).toEqual(inDays(30));
  });

  test("a role that is given later shortens what was promised to a member", () => {
    const device = { lastSeenAt: now, expiresAt: deviceEndsAfterUse(now, false) };
    expect(deviceEndsAt(device, false)).toEqual(inDays(365));
    expect(deviceEndsAt(device, true)).toEqual(inDays(30));
  });

  test("law: no role lets a device live longer than it was said to, and using it never shortens its life", () => {
    const days = fc.integer({ min: 0, max: 365 });
    fc.assert(
      fc.property(days, days, fc.boolean(), (seen, left, ofTeam) => {
        const device = { lastSeenAt: inDays(-seen), expiresAt: inDays(left) };
        const endsAt = deviceEndsAt(device, ofTeam).getTime();
        expect(endsAt).toBeLessThanOrEqual(device.expiresAt.getTime());
        expect(deviceEndsAt(device, true).getTime()).toBeLessThanOrEqual(deviceEndsAt(device, false).getTime());
        if (left * DAY_MS <= DEVICE_LIFE_MS) {
          expect(deviceEndsAfterUse(now, ofTeam).getTime()).toBeGreaterThanOrEqual(
            Math.min(endsAt, inDays(30).getTime()),
          );
        }
      }),
      { seed: 20261129 },
    );
  });
});

describe("who has proved lately who they are", () => {
  const proven = (hoursAgo: number | null, hasAddress = true) =>
    isProven({ provenAt: hoursAgo === null ? null : new Date(now.getTime() - hoursAgo * HOUR_MS), hasAddress }, now);

  test("whoever did so within twelve hours", () => {
    expect([proven(0), proven(11.99), proven(12), proven(300)]).toEqual([true, true, false, false]);
    expect(PROOF_LIFE_MS).toBe(12 * HOUR_MS);
  });

  test("nobody who never did, whether they could be asked again or not", () => {
    expect([proven(null), proven(null, false)]).toEqual([false, false]);
  });

  test("who has no address to be asked at, for as long as the device: nobody is locked out of what they organise", () => {
    expect([proven(12, false), proven(24 * 300, false)]).toEqual([true, true]);
  });
});
