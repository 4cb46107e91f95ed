import { mkdtempSync, rmSync } from "node:fs";
import { type OutgoingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { testDatabase } from "~/db/testing/stores";
import { start } from "../app";
import { readConfig } from "../config";
import type { App } from "../context";
import { remixBuild } from "./fuzz/remix-build";

/** One request, as raw as a client can send it. */
export interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  /** A text is sent with its length; pieces are sent as they come, without. */
  readonly body?: string | Iterable<Uint8Array>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  header(name: string): string | undefined;
  /** The cookies it sets, as a browser sends them back. */
  readonly cookies: string;
}

/** The whole server with all its pages on a free port of the loopback, on a fresh database of the engine under test. */
export interface WebWorld {
  readonly app: App;
  readonly port: number;
  send(sent: Sent): Promise<Answered>;
  close(): Promise<void>;
}

export async function webWorld(env: Readonly<Record<string, string>> = {}): Promise<WebWorld> {
  const database = await testDatabase();
  const dataDir = mkdtempSync(path.join(tmpdir(), "hemicycle-web-"));
  const { databaseUrl } = database.options;
  const config = readConfig({
    NODE_ENV: "production",
    PORT: "0",
    LOG_LEVEL: "silent",
    DATA_DIR: databaseUrl ? dataDir : database.options.dataDir,
    DATABASE_URL: databaseUrl,
    ...env,
  });
  const running = await start({ config, build: await remixBuild() });
  const { port } = running.server.address() as AddressInfo;
  return {
    app: running.app,
    port,
    send: (sent) => send(port, sent),
    async close() {
      await running.close();
      await database.remove();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The headers of a form of ours, as a browser posts it. */
export const formHeaders = (origin: string, type = "application/x-www-form-urlencoded"): OutgoingHttpHeaders => ({
  Origin: origin,
  "Content-Type": type,
});

function send(port: number, { method = "GET", path: target, headers = {}, body }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const length = typeof body === "string" ? { "Content-Length": Buffer.byteLength(body) } : {};
    const asked = request({ host: "127.0.0.1", port, method, path: target, headers: { ...length, ...headers } });
    asked.on("error", reject);
    asked.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(chunks).toString("utf8"),
          header: (name) => [answer.headers[name.toLowerCase()] ?? []].flat()[0],
          cookies: (answer.headers["set-cookie"] ?? []).map((cookie) => cookie.split(";", 1)[0]).join("; "),
        });
      });
    });
    if (body === undefined || typeof body === "string") asked.end(body);
    else Readable.from(body).pipe(asked);
  });
}
