import type { AssemblyId } from "~/app/domain/kernel/ids";
import { teamLinkState } from "~/app/domain/people/team-link";
import type { Main } from "~/db/connect";
import { listInvitations } from "~/db/repositories/invitation";
import { lastMailsAbout, listKeptMails, type MailTrace } from "~/db/repositories/mail";
import { listTeamLinks } from "~/db/repositories/team-link";

export interface KeptMails {
  /** What could leave now, the oldest first. */
  readonly useful: readonly MailTrace[];
  /** Their link is used, cancelled or over, or a later mail says the same: they never leave. */
  readonly stale: readonly MailTrace[];
}

/** The mails of an assembly that were written while nothing sent mails. */
export async function keptMails(db: Main, assemblyId: AssemblyId, now: Date): Promise<KeptMails> {
  const kept = await listKeptMails(db, assemblyId);
  if (kept.length === 0) return { useful: [], stale: [] };
  const last = await lastMailsAbout(db, assemblyId);
  const open = await openSubjects(db, assemblyId, now);
  const isUseful = ({ id, aboutId, purpose }: MailTrace): boolean =>
    aboutId === null ? purpose === "announcement" : open.has(aboutId) && last.get(aboutId)?.id === id;
  return { useful: kept.filter(isUseful), stale: kept.filter((one) => !isUseful(one)) };
}

/** The invitations and team links that still open something. */
async function openSubjects(db: Main, assemblyId: AssemblyId, now: Date): Promise<ReadonlySet<string>> {
  const links = (await listTeamLinks(db, assemblyId)).filter((link) => teamLinkState(link, now) === "open");
  const invitations = (await listInvitations(db, assemblyId)).filter(
    ({ state, deadline }) => state === "sent" && deadline !== null && deadline.getTime() > now.getTime(),
  );
  return new Set<string>([...links, ...invitations].map(({ id }) => id));
}
