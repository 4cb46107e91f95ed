import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { securityHeaders } from "./security-headers";

let server: Server | undefined;
afterEach(() => new Promise<void>((closed) => (server ? server.close(() => closed()) : closed())));

async function headersOf(options: Partial<Parameters<typeof securityHeaders>[0]>): Promise<Headers> {
  const http = express();
  http.use((_, response, next) => {
    response.locals.nonce = "a-nonce";
    next();
  });
  http.use(securityHeaders({ videoUrl: null, production: true, secure: true, ...options }));
  http.use((_, response) => void response.send("ok"));
  const listening = createServer(http);
  server = listening;
  await new Promise<void>((ready) => listening.listen(0, "127.0.0.1", ready));
  return (await fetch(`http://127.0.0.1:${(listening.address() as AddressInfo).port}/`)).headers;
}

test("behind https, browsers are told to come back by https for a year", async () => {
  expect((await headersOf({ secure: true })).get("strict-transport-security")).toMatch(/^max-age=31536000\b/);
});

test("on plain http nothing is said about https", async () => {
  expect((await headersOf({ secure: false })).get("strict-transport-security")).toBe(null);
});

test("scripts run by nonce only, nobody frames a page, and types are not guessed", async () => {
  const headers = await headersOf({});
  const policy = headers.get("content-security-policy") ?? "";
  expect(policy).toContain("script-src 'self' 'nonce-a-nonce'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("object-src 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
});
