import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noStrangeAddress } from "./no-strange-address";

let server: Server;
beforeAll(async () => {
  const http = express();
  http.use(noStrangeAddress, (_, response) => void response.send("ok"));
  server = createServer(http);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => new Promise((closed) => server.close(closed)));

/** The path goes out as it is written. */
const statusOf = (path: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ host: "127.0.0.1", port, path, agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject).end();
  });

test.each([
  "/%5C",
  "/%5c%5celsewhere.example",
  "/\\elsewhere.example",
  "//elsewhere.example",
  "/%2Fx",
  "/fr/home?_data=root",
])("%s is no address of ours", async (path) => {
  expect(await statusOf(path)).toBe(400);
});

test.each(["/", "/fr/home", "/fr/assembly/x%5Cy", "/fr/site/x?q=%5C%2F", "/_root.data?_routes=root"])(
  "%s goes on to the pages",
  async (path) => {
    expect(await statusOf(path)).toBe(200);
  },
);
