import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Locale, Localised } from "~/app/domain/kernel/locale";
import { accept, type Result } from "~/app/domain/kernel/result";
import { printedCardCode } from "~/app/domain/people/card-code";
import { listInvited } from "~/db/repositories/invitation";
import { findOrganisation } from "~/db/repositories/organisation";
import type { Caller } from "../../context";
import { codeOfRow } from "../../kernel/auth/code-of-row";
import { authorise } from "../../kernel/authorise";

export interface Letter {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** What the QR code opens. */
  readonly link: string;
  readonly deadlineMs: number | null;
  readonly hasMail: boolean;
  readonly printed: boolean;
}

export interface Letters {
  readonly title: Localised;
  readonly question: Localised;
  readonly languages: readonly Locale[];
  readonly timeZone: string;
  readonly organisation: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  /** Where a code is typed. */
  readonly address: string;
  readonly letters: readonly Letter[];
}

/**
 * The letters of those who have not answered: all of them, or only of those without a mail address (`only: "no-mail"`). The same
 * letter again has the same code. Refuses as `authorise` does.
 */
export async function letters(
  { app, actor }: Caller,
  {
    assemblyId,
    locale,
    only,
  }: { readonly assemblyId: AssemblyId; readonly locale: Locale; readonly only: "no-mail" | "all" },
): Promise<Result<Letters>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "invitation.send", assemblyId });
  if (!authorised.ok) return authorised;
  const { title, question, languages, timeZone, organisationId, ...assembly } = authorised.value.assembly;
  const waiting = (await listInvited(main, assemblyId)).filter(({ state }) => state === "prepared" || state === "sent");
  const wanted = waiting.filter(({ email }) => only === "all" || !email);
  const address = `${app.baseUrl}/${locale}/invitation`;
  return accept({
    title,
    question,
    languages,
    timeZone,
    organisation: (await findOrganisation(main, organisationId))?.name ?? "",
    contact: { name: assembly.contactName, phone: assembly.contactPhone, email: assembly.contactEmail },
    address,
    letters: wanted.map((invited) => {
      const { id, name, email, deadline, sentBy } = invited;
      const code = codeOfRow(app.secrets, "invitation-code", invited);
      const link = `${address}/${code}`;
      const rest = { deadlineMs: deadline?.getTime() ?? null, hasMail: Boolean(email), printed: sentBy === "letter" };
      return { id, name, code: printedCardCode(code), link, ...rest };
    }),
  });
}
