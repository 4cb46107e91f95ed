import { describe, expect, it, test } from "vitest";
import { cookieName, preferenceCookies } from "./cookie";

const [https, loopback] = [{ secure: true }, { secure: false }];

test("under https a cookie is bound to this very host by its name", () => {
  expect([cookieName("device", https), cookieName("device", loopback)]).toEqual(["__Host-device", "device"]);
});

describe("a preference", () => {
  it("is kept for a year, for every page, and not sent from other sites' forms", () => {
    expect(preferenceCookies("lang", "fr", loopback)).toEqual(["lang=fr; Path=/; Max-Age=31536000; SameSite=Lax"]);
  });

  it("is kept under https only where there is https, and the plain one of earlier days is forgotten", () => {
    const [kept, forgotten] = preferenceCookies("theme", "dark", https);
    expect(kept).toMatch(/^__Host-theme=dark; Path=\/; .*; Secure$/);
    expect(kept).not.toContain("Domain");
    expect(forgotten).toMatch(/^theme=; Path=\/; Max-Age=0;/);
  });

  it("is forgotten at once when it is empty", () => {
    for (const jar of [https, loopback])
      for (const cookie of preferenceCookies("lang", "", jar)) expect(cookie).toContain("Max-Age=0");
  });
});
