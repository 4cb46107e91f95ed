import type { InvitationTerms } from "~/app/domain/recruitment/invitation";
import type { InvitationRow } from "~/db/repositories/invitation";

/** An invitation as its rules need it. */
export function termsOf({ state, deadline, replacedBy }: InvitationRow): InvitationTerms {
  return { state, deadlineMs: deadline?.getTime() ?? null, replaced: replacedBy !== null };
}
