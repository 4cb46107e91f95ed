import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { type MailFate, mailFate } from "~/app/domain/people/mail-fate";
import { type InvitationState, isOverdue, isVacant } from "~/app/domain/recruitment/invitation";
import { drawRunUnderWay, lastDraw, lastDrawRun } from "~/db/repositories/draw";
import { type InvitationId, type InvitedRow, listInvited } from "~/db/repositories/invitation";
import { lastMailsAbout, type MailTrace } from "~/db/repositories/mail";
import { findPool } from "~/db/repositories/pool";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { termsOf } from "../../kernel/recruit/terms-of";
import { type AlternatesView, alternatesView } from "./alternates-view";
import { type RunningRun, runningOf, troubleNow } from "./draw-page";
import type { DrawTrouble } from "./draw-trouble";

export type { InvitationId };

export interface InvitedPerson {
  readonly id: InvitationId;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly state: InvitationState;
  readonly overdue: boolean;
  readonly vacant: boolean;
  readonly drawOrdinal: number;
  readonly seat: number | null;
  readonly sentAtMs: number | null;
  readonly sentBy: "mail" | "letter" | null;
  /** What became of the last mail; null when there is none. */
  readonly mail: MailFate | null;
  readonly deadlineMs: number | null;
  readonly answeredAtMs: number | null;
  readonly answeredBy: "link" | "phone" | null;
}

export interface InvitationsPage {
  readonly seats: number;
  readonly drawn: boolean;
  readonly people: readonly InvitedPerson[];
  /** Seats that nobody holds or may still take. */
  readonly vacant: number;
  /** What is being drawn at this moment. */
  readonly drawing: RunningRun | null;
  readonly alternates: AlternatesView | null;
  readonly trouble: DrawTrouble | null;
  readonly languages: readonly Locale[];
  readonly pool: { readonly deleteAtMs: number | null; readonly deletedAtMs: number | null } | null;
}

/** Everyone who was invited, and what there is to do. Refuses as `authorise` does. */
export async function invitationsPage(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<InvitationsPage>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "assembly.edit", assemblyId });
  if (!authorised.ok) return authorised;
  const nowMs = app.clock.now().getTime();
  const mails = await lastMailsAbout(main, assemblyId);
  const people = (await listInvited(main, assemblyId)).map((row) => personOf(row, { nowMs, mail: mails.get(row.id) }));
  const drawing = await drawRunUnderWay(main, assemblyId);
  const last = drawing ? undefined : await lastDrawRun(main, assemblyId);
  const pool = await findPool(main, assemblyId);
  const { seats, languages } = authorised.value.assembly;
  return accept({
    seats,
    drawn: (await lastDraw(main, assemblyId)) !== undefined,
    people,
    vacant: people.filter(({ vacant }) => vacant).length,
    drawing: drawing ? runningOf(app, drawing) : null,
    alternates: await alternatesView(main, assemblyId),
    trouble:
      last?.kind === "replacement" || last?.kind === "alternates"
        ? await troubleNow(app, authorised.value.assembly, last)
        : null,
    languages,
    pool: pool
      ? {
          deleteAtMs: pool.deleteUndrawnAt?.getTime() ?? null,
          deletedAtMs: pool.undrawnDeletedAt?.getTime() ?? null,
        }
      : null,
  });
}

function personOf(
  row: InvitedRow,
  { nowMs, mail }: { readonly nowMs: number; readonly mail: MailTrace | undefined },
): InvitedPerson {
  const { id, name, email, phone, state, drawOrdinal, seat, sentBy, answeredBy } = row;
  return {
    id,
    name,
    email,
    phone,
    state,
    overdue: isOverdue(termsOf(row), nowMs),
    vacant: isVacant(termsOf(row)),
    drawOrdinal,
    seat,
    sentBy,
    answeredBy,
    mail: mail ? mailFate(mail) : null,
    sentAtMs: row.sentAt?.getTime() ?? null,
    deadlineMs: row.deadline?.getTime() ?? null,
    answeredAtMs: row.answeredAt?.getTime() ?? null,
  };
}
