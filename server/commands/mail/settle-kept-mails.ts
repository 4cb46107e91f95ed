import type { AssemblyId, CommandId } from "~/app/domain/kernel/ids";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import { dropMails, type MailTrace, releaseMails } from "~/db/repositories/mail";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { carryOut } from "../../kernel/carry-out";
import { keptMails } from "../../kernel/mail/kept-mails";

export interface SettleKeptMails {
  readonly assemblyId: AssemblyId;
  readonly answer: "send" | "drop";
}

/**
 * What is to become of the mails that were written while no mail server was set: they leave, or never do. Those whose link is over are
 * dropped either way. Refuses as `authorise` does, `no-mail-server`, `nothing-kept`.
 */
export async function settleKeptMails(
  caller: Caller,
  commandId: CommandId | null,
  { assemblyId, answer }: SettleKeptMails,
): Promise<Result<{ readonly mails: number }>> {
  const { app, actor } = caller;
  return carryOut(caller, { commandId, action: "mail.settle-kept" }, async (tx) => {
    const authorised = await authorise(tx, actor, { action: "team.manage", assemblyId });
    if (!authorised.ok) return authorised;
    if (app.config.smtpUrl === null) return refuse("no-mail-server");
    const now = app.clock.now();
    const { useful, stale } = await keptMails(tx, assemblyId, now);
    if (useful.length === 0) return refuse("nothing-kept");
    const ids = (mails: readonly MailTrace[]) => mails.map(({ id }) => id);
    await dropMails(tx, ids(answer === "drop" ? [...useful, ...stale] : stale));
    if (answer === "send") await releaseMails(tx, ids(useful), now);
    const subject = { kind: "assembly", id: assemblyId };
    return accept({
      value: { mails: useful.length },
      journal: [{ action: `mail.${answer}-kept`, assemblyId, subject, data: { mails: useful.length } }],
      wake: ["mail"],
    });
  });
}
