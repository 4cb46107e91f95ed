import { request } from "node:http";
import { connect } from "node:net";

/** One request as it goes out: the path and the headers as they are written, the body as bytes. */
export interface Sending {
  readonly method: string;
  /** Latin-1: a letter a byte. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | null;
  /** The connection breaks in the middle of the body; nobody waits for an answer. */
  readonly cut?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly type: string;
  /** What the log of the server knows it by. */
  readonly requestId: string;
  readonly body: string;
}

const LIMIT_MS = 20_000;

/** Node refuses an address of other signs by itself. From 24 on it resets the connection while a body is still sent, and its answer may be lost. */
const noAddress = /[^\x21-\x7e]/;
const refusedByNode: Answer = { status: 400, location: "", type: "", requestId: "", body: "" };

/** Sends, on a connection of its own, and answers what came back. Throws when nothing came within the limit, or the connection was closed instead. */
export function send(port: number, sending: Sending): Promise<Answer | null> {
  return sending.cut ? sendHalf(port, sending) : sendWhole(port, sending);
}

function sendWhole(port: number, { method, path, headers, body }: Sending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body ? { "content-length": String(body.length) } : {};
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        method,
        path,
        headers: { ...length, ...headers } as Record<string, string>,
        agent: false,
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            location: incoming.headers.location ?? "",
            type: incoming.headers["content-type"] ?? "",
            requestId: String(incoming.headers["x-request-id"] ?? ""),
            body: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    outgoing.setTimeout(LIMIT_MS, () => outgoing.destroy(new Error(`no answer within ${LIMIT_MS / 1000} s`)));
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNRESET" && noAddress.test(path)) resolve(refusedByNode);
      else reject(error);
    });
    outgoing.end(body ?? undefined);
  });
}

function sendHalf(port: number, { method, path, headers, body }: Sending): Promise<null> {
  return new Promise((resolve) => {
    const bytes = body ?? Buffer.alloc(0);
    const lines = Object.entries({
      host: "127.0.0.1",
      "content-length": String(bytes.length + 10),
      ...headers,
    }).flatMap(([name, value]) => [value].flat().map((one) => `${name}: ${one}`));
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`, "latin1"));
      socket.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => socket.destroy());
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(null));
  });
}
