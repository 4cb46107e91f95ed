import { createReadStream, createWriteStream, mkdirSync, openSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import tar from "tar-stream";
import { CopyFault } from "~/db/backup";
import { MANIFEST_FILE, type Manifest, readManifest } from "./manifest";

const MODE = 0o600;
const MOST_MANIFEST_BYTES = 64 * 1024 * 1024;

/** Writes a folder's files, named by the manifest, as one `.tar.gz` that only its owner may read. The file must not be there yet. */
export async function writeArchive(file: string, folder: string, manifest: Manifest): Promise<void> {
  const pack = tar.pack();
  const mtime = new Date(manifest.madeAt);
  const filling = (async () => {
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    pack.entry({ name: MANIFEST_FILE, mode: MODE, mtime }, text);
    for (const { name, size } of manifest.files) {
      await pipeline(createReadStream(path.join(folder, name)), pack.entry({ name, size, mode: MODE, mtime }));
    }
    pack.finalize();
  })();
  filling.catch((error: Error) => pack.destroy(error));
  const target = createWriteStream(file, { fd: openSync(file, "wx", MODE), flush: true });
  await pipeline(pack, createGzip(), target);
  await filling;
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > MOST_MANIFEST_BYTES) throw new CopyFault("This file is not a backup of Hemicycle.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Unpacks an archive into an empty folder: the files that its manifest names, and no others. Throws `CopyFault`. */
export async function readArchive(file: string, into: string): Promise<Manifest> {
  const extract = tar.extract();
  let manifest: Manifest | undefined;
  const take = async ({ name, type }: tar.Headers, stream: Readable): Promise<void> => {
    if (!manifest) {
      if (name !== MANIFEST_FILE) throw new CopyFault("This file is not a backup of Hemicycle.");
      manifest = readManifest(await textOf(stream));
      return;
    }
    const isNamed = type === "file" && manifest.files.some((known) => known.name === name);
    if (!isNamed) throw new CopyFault("This backup is damaged: it holds files that it does not name.");
    const target = path.join(into, name);
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
    await pipeline(stream, createWriteStream(target, { flags: "wx", mode: MODE, flush: true }));
  };
  extract.on("entry", (header, stream, next) => {
    take(header, stream as unknown as Readable).then(
      () => next(),
      (error: Error) => extract.destroy(error),
    );
  });
  try {
    await pipeline(createReadStream(file), createGunzip(), extract);
  } catch (error) {
    throw asFault(error);
  }
  if (!manifest) throw new CopyFault("This file is not a backup of Hemicycle.");
  return manifest;
}

/** What zlib and tar say of a file that is none of theirs, or that was cut short. */
function asFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CopyFault) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "Z_DATA_ERROR") return new CopyFault("This file is not a backup of Hemicycle, or is damaged.");
  if (code === "Z_BUF_ERROR" || /Unexpected end|Premature close/.test(error.message)) {
    return new CopyFault("This backup is not whole: its end is missing.");
  }
  return /Invalid tar header/.test(error.message) ? new CopyFault("This file is not a backup of Hemicycle.") : error;
}
