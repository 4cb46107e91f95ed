import { expect, test } from "vitest";
import { ConfigError, isLoopbackName, readConfig } from "./config";
import { isFromThisMachine } from "./http/from-this-machine";

test.each(["https://assembly.example.org", "http://192.168.1.20:3000", "http://localhost.example.org"])(
  "without SMTP_URL, BASE_URL=%s does not start, and one sentence says why",
  (BASE_URL) => {
    expect(() => readConfig({ BASE_URL })).toThrow(ConfigError);
    expect(() => readConfig({ BASE_URL })).toThrow(/SMTP_URL/);
    expect(readConfig({ BASE_URL, SMTP_URL: "smtp://mail.test" }).baseUrl).toBe(BASE_URL);
  },
);

test.each(["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:3000", "http://hemicycle.localhost"])(
  "without SMTP_URL, BASE_URL=%s is this machine",
  (BASE_URL) => {
    expect(readConfig({ BASE_URL }).baseUrl).toBe(BASE_URL);
  },
);

test("without SMTP_URL, HOST is this machine's", () => {
  expect(() => readConfig({ HOST: "0.0.0.0" })).toThrow(/SMTP_URL/);
  expect(readConfig({ HOST: "127.0.0.2" }).host).toBe("127.0.0.2");
});

test("names of the loopback are no names that only look like them", () => {
  for (const name of ["127.0.0.1", "::1", "::ffff:127.0.0.1", "localhost"])
    expect(isLoopbackName(name), name).toBe(true);
  for (const name of ["127.0.0.1.example", "localhost.example", "mylocalhost", "::2", "10.0.0.1", "", "0.0.0.0"]) {
    expect(isLoopbackName(name), name).toBe(false);
  }
});

test("a request over the network is not from this machine, whatever its headers say", () => {
  const asked = (remoteAddress: string | undefined, headers = {}) =>
    isFromThisMachine({ headers: { host: "localhost:3000", ...headers }, socket: { remoteAddress } });
  expect(asked("127.0.0.1")).toBe(true);
  expect(asked("::ffff:127.0.0.1")).toBe(true);
  expect(asked("192.168.1.20")).toBe(false);
  expect(asked(undefined)).toBe(false);
  expect(asked("192.168.1.20", { "x-forwarded-for": "127.0.0.1" })).toBe(false);
  expect(asked("127.0.0.1", { "x-forwarded-for": "127.0.0.1" })).toBe(false);
});
