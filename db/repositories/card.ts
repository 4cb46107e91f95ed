import { and, eq, inArray, isNull } from "drizzle-orm";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { person, signInCard } from "../schema/people";

export type SignInCardRow = typeof signInCard.$inferSelect;

export async function insertCard(db: Main, row: SignInCardRow): Promise<void> {
  await db.insert(signInCard).values(row);
}

/** Ends every card of a seat; answers how many were still usable. */
export async function revokeCards(db: Main, participationId: ParticipationId, at: Date): Promise<number> {
  const revoked = await db
    .update(signInCard)
    .set({ revokedAt: at })
    .where(and(eq(signInCard.participationId, participationId), isNull(signInCard.revokedAt)))
    .returning({ id: signInCard.id });
  return revoked.length;
}

interface FoundCard {
  readonly card: SignInCardRow;
  readonly personName: string;
}

/** The card whose code or link has this hash, revoked or not. */
export async function findCard(
  db: Main,
  by: { readonly codeHash: string } | { readonly linkHash: string },
): Promise<FoundCard | undefined> {
  const [row] = await db
    .select({ card: signInCard, personName: person.name })
    .from(signInCard)
    .innerJoin(person, eq(person.id, signInCard.personId))
    .where("codeHash" in by ? eq(signInCard.codeHash, by.codeHash) : eq(signInCard.linkHash, by.linkHash));
  return row;
}

/** The usable cards of these seats. */
export async function listCards(db: Main, ids: readonly ParticipationId[]): Promise<SignInCardRow[]> {
  return ids.length === 0
    ? []
    : db
        .select()
        .from(signInCard)
        .where(and(inArray(signInCard.participationId, [...ids]), isNull(signInCard.revokedAt)));
}
