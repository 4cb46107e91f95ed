// What a visitor's hostile form, or address, costs: `npm run build`, then `node e2e/load/hostile-forms.mjs`. Posts to a server of its own on the loopback,
// and asks for a page meanwhile, as a neighbour would.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";

const MIB = 1024 * 1024;

const port = await new Promise((resolve) => {
  const free = createServer().listen(0, "127.0.0.1", () => {
    const { port: found } = free.address();
    free.close(() => resolve(found));
  });
});
const dataDir = mkdtempSync(path.join(tmpdir(), "hemicycle-load-"));
const env = { ...process.env, NODE_ENV: "production", PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: "silent" };
const server = spawn(process.execPath, ["build/server/index.js"], { env, stdio: "ignore" });

function send({ method = "GET", target, type, body }) {
  return new Promise((resolve) => {
    const headers = {
      Host: `localhost:${port}`,
      Origin: `http://localhost:${port}`,
      ...(type && { "Content-Type": type }),
    };
    const asked = request({ host: "127.0.0.1", port, method, path: target, headers, agent: false });
    asked.on("error", ({ code }) => resolve(code));
    asked.on("response", (answer) => {
      answer.resume();
      answer.on("end", () => resolve(answer.statusCode));
    });
    if (body instanceof Readable) body.pipe(asked);
    else asked.end(body);
  });
}

/** The server's greatest memory so far, in MiB (Linux; elsewhere not known). */
function peakMemory() {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]) / 1024);
  } catch {
    return Number.NaN;
  }
}

/** Asks for a page again and again until the work is done; answers the longest wait of the neighbour in milliseconds. */
async function beside(work) {
  let done = false;
  const result = work().finally(() => {
    done = true;
  });
  let longest = 0;
  while (!done) {
    const from = performance.now();
    await send({ target: "/healthz" });
    longest = Math.max(longest, performance.now() - from);
    await wait(5);
  }
  return { status: await result, longest };
}

const names = (count) => Array.from({ length: count }, (_, at) => `f${at}=`).join("&");
const plain = "application/x-www-form-urlencoded";
const trials = [
  ["60,000 names", { type: plain, body: names(60_000) }],
  ["8,000 names", { type: plain, body: names(8_000) }],
  ["500 names", { type: plain, body: names(500) }],
  [
    "100 MiB without a length",
    () => ({ type: plain, body: Readable.from(Array(1600).fill(Buffer.alloc(MIB / 16, "a"))) }),
  ],
  ["a broken multipart body", { type: "multipart/form-data; boundary=b", body: "--b\r\nbroken" }],
  ["an address of 7,900 parts", { method: "GET", target: `/${"a/".repeat(7_900)}` }],
  ["a query of 15,000 signs", { method: "GET", target: `/fr?${"p=/a&".repeat(3_000)}` }],
];

try {
  while ((await send({ target: "/readyz" })) !== 200) await wait(100);
  await send({ target: "/fr/sign-in" });
  console.log(`memory before: ${peakMemory()} MiB`);
  for (const [what, sent] of trials) {
    const form = typeof sent === "function" ? sent() : sent;
    const from = performance.now();
    const { status, longest } = await beside(() => send({ method: "POST", target: "/fr/sign-in", ...form }));
    const took = Math.round(performance.now() - from);
    console.log(
      `${what}: ${status} after ${took} ms; a neighbour waited ${Math.round(longest)} ms; memory ${peakMemory()} MiB`,
    );
  }
} finally {
  server.kill("SIGTERM");
  rmSync(dataDir, { recursive: true, force: true });
}
