import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { base64url, type DeviceId } from "~/app/domain/kernel/ids";
import { tokenHash } from "./token";

/**
 * What the installation knows and its database does not: 256 bits in the file `secret` of DATA_DIR. Links and device tokens are
 * derived from it and from the id of their row, so that a repeated command is answered with the same ones though only their hashes
 * are kept. Losing the file ends codes and links under way; devices stay signed in. Several servers must share the file.
 */
export interface Secrets {
  /** The hash of a token of 128 bits or more, as it is kept. */
  tokenHash(token: string): string;
  /** The hash of something that could be guessed (a code, an address): worth nothing without the secret. */
  keyedHash(purpose: "sign-in-code" | "card-code" | "invitation-code" | "limit" | "receipt", text: string): string;
  /** The token of a link (or of a cookie that proves that a code was right), 128 bits as 22 characters. */
  linkToken(purpose: "team" | "card" | "proven" | "invitation" | "challenge" | "challenge-mark", id: string): string;
  /** The token of a device's cookie, 256 bits as 43 characters. */
  deviceToken(id: DeviceId): string;
  /** The bits that the code of a card, or of an invitation, is made of. */
  cardBits(id: string): Uint8Array;
  /** What the address of the outbox carries, 128 bits as 22 characters; the same over restarts. */
  outboxKey(): string;
  /** What proves that the server itself told these bytes: 128 bits. */
  witness(purpose: "document", told: Uint8Array): Uint8Array;
  /** Compares two hashes in a time that tells nothing. */
  same(one: string, other: string): boolean;
}

/** Everything that follows from one key. */
export function secretsFrom(key: Uint8Array): Secrets {
  const derived = (purpose: string, text: string): Uint8Array =>
    new Uint8Array(createHmac("sha256", key).update(`${purpose}:${text}`).digest());
  return {
    tokenHash,
    keyedHash: (purpose, text) => base64url(derived(`hash-${purpose}`, text)),
    linkToken: (purpose, id) => base64url(derived(`link-${purpose}`, id).slice(0, 16)),
    deviceToken: (id) => base64url(derived("device", id)),
    cardBits: (id) => derived("card", id),
    outboxKey: () => base64url(derived("outbox", "").slice(0, 16)),
    witness: (purpose, told) =>
      new Uint8Array(createHmac("sha256", key).update(`witness-${purpose}:`).update(told).digest()).slice(0, 16),
    same(one, other) {
      const [a, b] = [Buffer.from(one), Buffer.from(other)];
      return a.length === b.length && timingSafeEqual(a, b);
    },
  };
}

/** The file of the installation's key is no key; `message` is one sentence for the person at the terminal. */
export class SecretDamaged extends Error {}

/** Reads the installation's key, or makes it at the first start. */
export function openSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, "secret");
  const key = readKey(file) ?? makeKey(file);
  return secretsFrom(key);
}

function readKey(file: string): Uint8Array | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const key = Buffer.from(text.trim(), "base64url");
  if (key.length !== 32) throw new SecretDamaged(`${file} does not hold 256 bits: put back the file of your backup.`);
  return new Uint8Array(key);
}

/** Written aside and linked into place: of two servers that start together, both read the key of the first. */
function makeKey(file: string): Uint8Array {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readKey(file);
  if (!key) throw new Error(`${file} could not be read back`);
  return key;
}
