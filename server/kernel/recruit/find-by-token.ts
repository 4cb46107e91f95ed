import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { readCardCode } from "~/app/domain/people/card-code";
import { findInvitationBy, type InvitationRow } from "~/db/repositories/invitation";
import type { VisitingCaller } from "../../context";
import { wrongCode } from "../auth/wrong-code";

/** An invitation that somebody has opened. */
export interface OpenedInvitation extends InvitationRow {
  /** The address whose mails its holder reads: the link was sent there and shown to nobody else. Null for the code of a letter. */
  readonly proves: string | null;
}

/**
 * The invitation that a link's token (22 characters) or a letter's code opens. A code is looked up before anything is counted
 * (`wrongCode`). Refuses `link-unknown` and `too-many-tries`.
 */
export async function findByToken(
  from: Pick<VisitingCaller, "app" | "source">,
  text: string,
): Promise<Result<OpenedInvitation>> {
  const { secrets, stores } = from.app;
  const code = readCardCode(text);
  const hash =
    code === undefined
      ? { linkHash: secrets.tokenHash(text) }
      : { codeHash: secrets.keyedHash("invitation-code", code) };
  const found = await findInvitationBy(stores.main, hash);
  if (found) return accept({ ...found, proves: code === undefined ? found.mailedTo : null });
  return code === undefined ? refuse("link-unknown") : wrongCode(from, "link-unknown");
}
