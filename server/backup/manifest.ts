import { createHash } from "node:crypto";
import { createReadStream, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { CopyFault } from "~/db/backup";

export const MANIFEST_FILE = "manifest.json";
/** Raised when an archive is laid out in another way. */
export const FORMAT = 1;

/** The names that an archive may hold: what is restored never lands anywhere else. */
const STORED = new Set(["main.sqlite", "documents.sqlite", "box.sqlite", "postgres.dump", "secret"]);
const isPart = (part: string): boolean => part !== "" && part !== "." && part !== ".." && !/[\\\0]/.test(part);
const isEntry = (name: string): boolean =>
  STORED.has(name) || (name.startsWith("uploads/") && name.split("/").every(isPart));

const count = z.number().int().min(0);
const instant = z.number().int().min(-1);
const manifest = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  engine: z.enum(["sqlite", "postgres"]),
  migrations: z.object({ main: instant, documents: instant, box: instant }),
  contents: z.object({ assemblies: count, people: count, changesOfTexts: count }),
  files: z.array(
    z.object({ name: z.string().refine(isEntry), size: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

/** The first file of an archive: what the others are. */
export type Manifest = z.infer<typeof manifest>;
export type ManifestFile = Manifest["files"][number];

/** Parses the first file of an archive. Throws `CopyFault`. */
export function readManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new CopyFault("This file is not a backup of Hemicycle.");
  }
  const { format } = z.object({ format: z.number() }).catch({ format: 0 }).parse(json);
  if (format > FORMAT)
    throw new CopyFault("This backup was made by a newer version of Hemicycle: restore it with that one.");
  const read = manifest.safeParse(json);
  if (!read.success) throw new CopyFault("This file is not a backup of Hemicycle.");
  return read.data;
}

async function sha256(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** Every file under a folder, by its name in the archive, with its size and checksum. */
export async function listFiles(folder: string): Promise<ManifestFile[]> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  const files: ManifestFile[] = [];
  for (const name of names) {
    const file = path.join(folder, name);
    files.push({ name: name.split(path.sep).join("/"), size: statSync(file).size, sha256: await sha256(file) });
  }
  return files;
}

/** Throws `CopyFault` when the files of a folder are not exactly those of the manifest, to the last byte. */
export async function assertSameFiles(folder: string, { files }: Manifest): Promise<void> {
  const found = new Map((await listFiles(folder)).map((file) => [file.name, file]));
  for (const { name, size, sha256: expected } of files) {
    const here = found.get(name);
    if (!here || here.size !== size || here.sha256 !== expected) {
      throw new CopyFault(`This backup is damaged: ${name} is not what it was.`);
    }
  }
  if (found.size !== files.length) throw new CopyFault("This backup is damaged: it holds files that it does not name.");
}
