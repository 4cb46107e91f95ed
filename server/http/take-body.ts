import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";

/** Larger bodies wait on the disk until they are whole: a slow sender holds a few kilobytes of memory, not megabytes. */
const IN_MEMORY_BYTES = 256 * 1024;

export type BodyRefusal = "body-too-large" | "storage-full";

/**
 * A request's body, whole, when it is not larger than `mostBytes`, whatever its Content-Length says. What comes after is left unread; so is
 * everything when the length given is too large already. Refuses with `body-too-large`, or `storage-full` when the disk is.
 */
export async function takeBody(
  request: Request,
  mostBytes: number,
): Promise<Result<Uint8Array<ArrayBuffer>, BodyRefusal>> {
  const tooLarge = refuse("body-too-large", { kilobytes: Math.floor(mostBytes / 1024) });
  if (Number(request.headers.get("Content-Length") ?? 0) > mostBytes) return tooLarge;
  if (!request.body) return accept(new Uint8Array());
  // Not "for await": leaving that early would cut the connection, and the refusal would never be read.
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  const kept = new KeptBody();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (kept.bytes + next.value.byteLength > mostBytes) return tooLarge;
      await kept.add(next.value);
    }
    return accept(await kept.whole());
  } catch (error) {
    if (isDiskFull(error)) return refuse("storage-full");
    throw error;
  } finally {
    reader.releaseLock();
    await kept.forget();
  }
}

function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ENOSPC" || code === "EDQUOT";
}

/** What has arrived so far: in memory while it is small, else in a file without a name, which goes with the process at the latest. */
class KeptBody {
  bytes = 0;
  #chunks: Uint8Array[] = [];
  #file: FileHandle | undefined;

  async add(chunk: Uint8Array): Promise<void> {
    this.bytes += chunk.byteLength;
    this.#chunks.push(chunk);
    if (this.bytes <= IN_MEMORY_BYTES) return;
    this.#file ??= await openNameless();
    await this.#file.writev(this.#chunks);
    this.#chunks = [];
  }

  async whole(): Promise<Uint8Array<ArrayBuffer>> {
    if (!this.#file) return Buffer.concat(this.#chunks);
    const whole = Buffer.allocUnsafe(this.bytes);
    for (let at = 0; at < this.bytes; ) {
      const { bytesRead } = await this.#file.read(whole, at, this.bytes - at, at);
      if (bytesRead === 0) throw new Error("a body kept on the disk is shorter than what was written");
      at += bytesRead;
    }
    return whole;
  }

  async forget(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }
}

async function openNameless(): Promise<FileHandle> {
  const name = path.join(tmpdir(), `hemicycle-body-${randomUUID()}`);
  const file = await open(name, "wx+", 0o600);
  await rm(name);
  return file;
}
