import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { cookieName, preferenceCookies, readCookie, readPreference } from "./cookie";

const [https, loopback] = [{ secure: true }, { secure: false }];

test("under https a cookie is bound to this very host by its name", () => {
  expect([cookieName("device", https), cookieName("device", loopback)]).toEqual(["__Host-device", "device"]);
});

describe("a cookie", () => {
  it("is found by its whole name among others, whatever spaces stand around", () => {
    const header = "lang=fr;  device = abc ; __Host-device=xyz";
    expect(readCookie(header, "device")).toBe("abc");
    expect(readCookie(header, "__Host-device")).toBe("xyz");
    expect(readCookie(header, "vice")).toBeNull();
  });

  it("keeps what stands behind its first sign of equality", () => {
    expect(readCookie("key=a=b==", "key")).toBe("a=b==");
    expect(readCookie("key=", "key")).toBe("");
  });

  it("is the first where several have one name", () => {
    expect(readCookie("lang=fr; lang=en", "lang")).toBe("fr");
  });

  it("is not found where there is none, or only a name without a value", () => {
    for (const header of [undefined, null, "", ";", "lang", "=fr", "; ;"])
      expect(readCookie(header, "lang")).toBeNull();
  });

  it("is read from any header without an error, over 200 headers", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab=; \t") }), (header) => {
        const value = readCookie(header, "a");
        if (value !== null) expect(header).toContain(value);
      }),
      { numRuns: 200, verbose: 1 },
    );
  });
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

  it("is read under either name, the bound one first", () => {
    expect(readPreference("lang=fr; __Host-lang=en", "lang")).toBe("en");
    expect(readPreference("lang=fr", "lang")).toBe("fr");
    expect(readPreference("theme=dark", "lang")).toBeNull();
  });
});
