import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Id, PersonId } from "~/app/domain/kernel/ids";
import type { Main } from "../connect";
import { person, signInCard } from "../schema/people";

export type SignInCardRow = typeof signInCard.$inferSelect;
export type SignInCardId = Id<"sign-in-card">;

export async function insertCard(db: Main, row: SignInCardRow): Promise<void> {
  await db.insert(signInCard).values(row);
}

/** Ends every card of a person; answers how many were still usable. */
export async function revokeCards(db: Main, personId: PersonId, at: Date): Promise<number> {
  const revoked = await db
    .update(signInCard)
    .set({ revokedAt: at })
    .where(and(eq(signInCard.personId, personId), isNull(signInCard.revokedAt)))
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

/** The usable cards of these people. */
export async function listCards(db: Main, personIds: readonly PersonId[]): Promise<SignInCardRow[]> {
  return personIds.length === 0
    ? []
    : db
        .select()
        .from(signInCard)
        .where(and(inArray(signInCard.personId, [...personIds]), isNull(signInCard.revokedAt)));
}
