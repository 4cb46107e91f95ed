import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Locale, Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { printedCardCode } from "~/app/domain/people/card-code";
import { listCards } from "~/db/repositories/card";
import { listParticipants } from "~/db/repositories/participation";
import type { Caller } from "../../context";
import { codeOfRow } from "../../kernel/auth/code-of-row";
import { authorise } from "../../kernel/authorise";

export interface PrintableCard {
  readonly id: string;
  readonly name: string;
  readonly seat: number | null;
  readonly code: string;
  readonly link: string;
}

export interface MemberCards {
  readonly assemblyTitle: Localised;
  readonly contact: { readonly name: string; readonly phone: string };
  /** Where codes are typed. */
  readonly address: string;
  readonly cards: readonly PrintableCard[];
}

export interface AskedCards {
  readonly assemblyId: AssemblyId;
  readonly locale: Locale;
  /** Participations; null for every card of the assembly. */
  readonly only: readonly string[] | null;
}

/** The usable cards of an assembly's members, ready for the printer. Code and link follow from the card's id. */
export async function memberCards(
  { app, actor }: Caller,
  { assemblyId, locale, only }: AskedCards,
): Promise<Result<MemberCards>> {
  const authorised = await authorise(app.stores.main, actor, { action: "card.print", assemblyId });
  if (!authorised.ok) return authorised;
  const { title, contactName, contactPhone } = authorised.value.assembly;
  const members = (await listParticipants(app.stores.main, assemblyId)).filter(
    ({ role, id }) => role === "member" && (only === null || only.includes(id)),
  );
  const cards = await listCards(
    app.stores.main,
    members.map(({ id }) => id),
  );
  const cardOf = new Map(cards.map((card) => [card.participationId, card]));
  return accept({
    assemblyTitle: title,
    contact: { name: contactName, phone: contactPhone },
    address: `${app.baseUrl.replace(/^https?:\/\//, "")}/${locale}/card`,
    cards: members.flatMap(({ id: participationId, name, seat }) => {
      const card = cardOf.get(participationId);
      if (card === undefined) return [];
      const { id } = card;
      const code = printedCardCode(codeOfRow(app.secrets, "card-code", card));
      const link = `${app.baseUrl}/${locale}/card/${app.secrets.linkToken("card", id)}`;
      return [{ id, name, seat, code, link }];
    }),
  });
}
