import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { challengeCookie, challengeMark } from "./challenge-cookie";
import { qrCode } from "./qr-code";
import { openSecrets, secretsFrom } from "./secrets";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "hemicycle-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the installation's secret is made once, for the owner's eyes only", () => {
  const dataDir = path.join(folder, "data");
  const first = openSecrets(dataDir).linkToken("team", "a");
  expect(openSecrets(dataDir).linkToken("team", "a")).toBe(first);
  expect(statSync(path.join(dataDir, "secret")).mode & 0o077).toBe(0);
  expect(readFileSync(path.join(dataDir, "secret"), "utf8")).toMatch(/^[A-Za-z0-9_-]{43}\n$/);
});

test("a damaged secret stops the start instead of being replaced", () => {
  writeFileSync(path.join(folder, "secret"), "half of it");
  expect(() => openSecrets(folder)).toThrow(/256 bits/);
});

test("tokens of different purposes, rows and installations differ", () => {
  const [one, other] = [secretsFrom(new Uint8Array(32)), secretsFrom(new Uint8Array(32).fill(1))];
  const tokens = [one.linkToken("team", "a"), one.linkToken("card", "a"), one.linkToken("team", "b")];
  expect(new Set([...tokens, other.linkToken("team", "a")]).size).toBe(4);
  expect(tokens.every((token) => /^[A-Za-z0-9_-]{22}$/.test(token))).toBe(true);
  expect(one.deviceToken("a" as never)).toMatch(/^[A-Za-z0-9_-]{43}$/);
});

type Signing = Parameters<typeof challengeMark>[1];

test("a device remembers which mail it asked for", () => {
  const [https, others] = [secretsFrom(new Uint8Array(32)), secretsFrom(new Uint8Array(32).fill(1))].map((secrets) => ({
    secrets,
    baseUrl: "https://assembly.test",
  })) as [Signing, Signing];
  const http = { ...https, baseUrl: "http://localhost:3000" };
  const email = "élodie.o'neil@example.org";
  const mark = { challengeId: "A".repeat(22) as never, email, askedAtMs: 1_773_477_900_000, proof: null };
  const cookie = challengeCookie(mark, https);
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/);
  expect(challengeMark(cookie.split(";")[0], https)).toEqual(mark);
  expect(challengeMark(cookie.split(";")[0], others)).toBeNull();
  expect(challengeMark(cookie.split(";")[0]?.replace("=A", "=B"), https)).toBeNull();
  const proven = { ...mark, proof: "B".repeat(22) };
  expect(challengeMark(`theme=dark; ${challengeCookie(proven, http).split(";")[0]}`, http)).toEqual(proven);
  expect(challengeMark("hemicycle_sign_in=<script>", http)).toBeNull();
});

test("a QR code has its three corners and a quiet zone", () => {
  const { size, path: drawn } = qrCode("http://assembly.test/fr/card/AAAAAAAAAAAAAAAAAAAAAA");
  expect(drawn.startsWith("M4 4h1")).toBe(true);
  expect(drawn).toContain(`M${size - 5} 4h1`);
  expect(drawn).toContain(`M4 ${size - 5}h1`);
  expect(drawn).not.toMatch(/M[0-3] /);
});
