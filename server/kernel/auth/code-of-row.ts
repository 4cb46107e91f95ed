import { CARD_CODE_LENGTH, cardCode, OLD_CARD_CODE_LENGTH } from "~/app/domain/people/card-code";
import type { Secrets } from "../../auth/secrets";

const bitsFor = {
  "card-code": (id: string) => id,
  "invitation-code": (id: string) => `invitation:${id}`,
} as const;

/** The code that opens a card or an invitation, to print it again: as long as codes were when its row was written. */
export function codeOfRow(
  secrets: Secrets,
  purpose: keyof typeof bitsFor,
  { id, codeHash }: { readonly id: string; readonly codeHash: string },
): string {
  const bits = secrets.cardBits(bitsFor[purpose](id));
  const old = cardCode(bits, OLD_CARD_CODE_LENGTH);
  return secrets.same(secrets.keyedHash(purpose, old), codeHash) ? old : cardCode(bits, CARD_CODE_LENGTH);
}
