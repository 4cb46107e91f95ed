import { permits } from "~/app/domain/assembly/permits";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { Caller } from "../../context";
import { authorise } from "../../kernel/authorise";
import { type KeptMails, keptMails } from "../../kernel/mail/kept-mails";
import { type MailInTrouble, mailTroubleList } from "./mail-trouble-list";

export interface KeptSummary {
  readonly invitations: number;
  readonly team: number;
  readonly oldestMs: number;
  readonly newestMs: number;
  /** Whose link is over: they never leave. */
  readonly stale: number;
}

export interface MailsPage {
  readonly troubled: readonly MailInTrouble[];
  /** What was written while no mail server was set, and waits for an answer; null when there is none, or still no server. */
  readonly kept: KeptSummary | null;
  readonly sends: boolean;
  /** Invitations may be sent now; those of the team always. */
  readonly mayInvite: boolean;
}

/** The mails that did not arrive, and those that are asked about before they leave. For organisers. Refuses as `authorise` does. */
export async function mailsPage(
  { app, actor }: Caller,
  { assemblyId }: { readonly assemblyId: AssemblyId },
): Promise<Result<MailsPage>> {
  const { main } = app.stores;
  const authorised = await authorise(main, actor, { action: "team.manage", assemblyId, looksOnly: true });
  if (!authorised.ok) return authorised;
  const now = app.clock.now();
  const sends = app.config.smtpUrl !== null;
  return accept({
    troubled: await mailTroubleList(main, assemblyId, now),
    kept: sends ? summary(await keptMails(main, assemblyId, now)) : null,
    sends,
    mayInvite: permits(actor, "invitation.send", authorised.value.scope).ok,
  });
}

function summary({ useful, stale }: KeptMails): KeptSummary | null {
  const [oldest, newest] = [useful[0], useful.at(-1)];
  if (!oldest || !newest) return null;
  const invitations = useful.filter(({ purpose }) => purpose === "invitation").length;
  return {
    invitations,
    team: useful.length - invitations,
    oldestMs: oldest.createdAt.getTime(),
    newestMs: newest.createdAt.getTime(),
    stale: stale.length,
  };
}
