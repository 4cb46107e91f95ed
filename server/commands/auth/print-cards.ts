import { type AssemblyId, type CommandId, type DeviceId, newId, type ParticipationId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { cardCode } from "~/app/domain/people/card-code";
import type { Main } from "~/db/connect";
import { insertCard, revokeCards, type SignInCardRow } from "~/db/repositories/card";
import { endCardDevices } from "~/db/repositories/device";
import type { ParticipationRow } from "~/db/repositories/participation";
import type { App, Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut, type JournalNote } from "../../kernel/carry-out";
import { handedIn } from "./handed-in";

export interface PrintCards {
  readonly assemblyId: AssemblyId;
  readonly participationIds: readonly ParticipationId[];
}

/**
 * Makes a sign-in card for each of these members; a card they had before no longer opens anything, and who is signed in with it is
 * signed out: it may be in other hands. Code and link follow from the card's id (`app.secrets`). Refuses as `authorise` does, with `nobody-chosen`, and as `handedIn` does.
 */
export async function printCards(
  caller: Caller,
  commandId: CommandId,
  { assemblyId, participationIds }: PrintCards,
): Promise<Result<{ readonly cards: number }>> {
  const { app, actor } = caller;
  if (actor.kind !== "person") return refuse("sign-in-needed");
  return carryOut(caller, { commandId, action: "card.print" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "card.print", assemblyId });
    if (!authorised.ok) return authorised;
    if (participationIds.length === 0) return refuse("nobody-chosen");
    const journal: JournalNote[] = [];
    const devicesEnded: DeviceId[] = [];
    for (const id of new Set(participationIds)) {
      const member = await handedIn(tx, assemblyId, id);
      if (!member.ok) return member;
      const ended = await endCardDevices(tx, id, app.clock.now());
      devicesEnded.push(...ended);
      const replaced = await printCard(tx, app, { member: member.value, createdBy: actor.personId });
      journal.push({
        action: "card.print",
        assemblyId,
        subject: { kind: "participation", id },
        data: { replaced, signedOut: ended.length },
      });
    }
    return accept({ value: { cards: journal.length }, journal, devicesEnded });
  });
}

async function printCard(
  tx: Main,
  app: App,
  { member, createdBy }: { readonly member: ParticipationRow } & Pick<SignInCardRow, "createdBy">,
): Promise<number> {
  const now = app.clock.now();
  const id = newId<"sign-in-card">(app.random);
  const replaced = await revokeCards(tx, member.id, now);
  await insertCard(tx, {
    id,
    personId: member.personId,
    participationId: member.id,
    codeHash: app.secrets.keyedHash("card-code", cardCode(app.secrets.cardBits(id))),
    linkHash: app.secrets.tokenHash(app.secrets.linkToken("card", id)),
    createdAt: now,
    createdBy,
    revokedAt: null,
  });
  return replaced;
}
