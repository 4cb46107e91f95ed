import { expect, test } from "vitest";
import { readCookie, setCookie } from "./cookie";

const attributesOf = (cookie: string): string[] => cookie.split("; ").slice(1).sort();

test("a cookie holds for every page of this host, and neither scripts nor other sites send it", () => {
  const cookie = setCookie("__Host-device", { value: "a-b_c.d", maxAgeS: 60 }, { secure: true });
  expect(cookie).toMatch(/^__Host-device=a-b_c\.d; /);
  expect(attributesOf(cookie)).toEqual(["HttpOnly", "Max-Age=60", "Path=/", "SameSite=Lax", "Secure"]);
});

test("on the loopback it goes over plain http, and an age of 0 forgets it", () => {
  const cookie = setCookie("device", { value: "", maxAgeS: 0 }, { secure: false });
  expect(cookie).toMatch(/^device=; /);
  expect(attributesOf(cookie)).toEqual(["HttpOnly", "Max-Age=0", "Path=/", "SameSite=Lax"]);
});

test("a cookie is found by its whole name among others, the first where there are several", () => {
  const header = "a_device=no; device=yes;device_b=no; device=later; broken; =empty; theme=dark";
  expect(readCookie(header, "device")).toBe("yes");
  expect(readCookie(header, "__Host-device")).toBeNull();
  expect(readCookie(header, "broken")).toBeNull();
  expect(readCookie(header, "theme")).toBe("dark");
});

test("nothing that every object has is taken for a cookie", () => {
  for (const name of ["__proto__", "constructor", "toString"]) {
    expect(readCookie("device=yes", name)).toBeNull();
    expect(readCookie(undefined, name)).toBeNull();
  }
  expect(readCookie(null, "device")).toBeNull();
});
