import { createHash } from "node:crypto";
import { base64url } from "~/app/domain/kernel/ids";
import type { Random } from "~/app/domain/kernel/random";

/** A secret for a link: 128 bits as 22 characters. Only its hash is kept. */
export function newLinkToken(random: Random): string {
  return base64url(random.bytes(16));
}

/** SHA-256 of a token with 128 random bits or more, as base64url; nothing slower is needed for those. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
