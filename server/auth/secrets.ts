import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
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
  /** Closes a text so that only this installation reads it, and only beside the bytes it was closed with: 96 bits, the text, 128 bits. */
  seal(purpose: "document", text: Uint8Array, beside: Uint8Array): Uint8Array;
  /** The text; null where it was not closed here, or beside other bytes. */
  unseal(purpose: "document", sealed: Uint8Array, beside: Uint8Array): Uint8Array | null;
  /** Compares two hashes in a time that tells nothing. */
  same(one: string, other: string): boolean;
}

/** AES in Galois/counter mode (NIST SP 800-38D). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

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
    seal(purpose, text, beside) {
      // Follows from all that is sealed: the same number is never used for two texts, and no chance is needed.
      const nonce = createHmac("sha256", key)
        .update(`nonce-${purpose}:`)
        .update(beside)
        .update(text)
        .digest()
        .subarray(0, NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", derived("seal", purpose), nonce).setAAD(beside);
      return new Uint8Array(Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]));
    },
    unseal(purpose, sealed, beside) {
      if (sealed.length < NONCE_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv("aes-256-gcm", derived("seal", purpose), sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(beside).setAuthTag(sealed.subarray(-TAG_BYTES));
      try {
        return new Uint8Array(
          Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]),
        );
      } catch {
        return null;
      }
    },
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

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined);

function readKey(file: string): Uint8Array | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
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
    if (codeOf(error) !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const key = readKey(file);
  if (!key) throw new Error(`${file} could not be read back`);
  return key;
}
