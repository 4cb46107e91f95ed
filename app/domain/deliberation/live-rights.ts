import type { RoleHolder } from "../assembly/actor";
import { type AssemblyScope, permits } from "../assembly/permits";
import type { Action } from "../assembly/rights";
import type { GroupId } from "../kernel/ids";
import type { Me, SessionState } from "./live-state";

/** What somebody may do in a live session, whatever the group: the switches of its screens, each the answer of `permits`. */
export function liveRights(actor: RoleHolder, scope: AssemblyScope): Me["may"] {
  const may = (action: Action): boolean => permits(actor, action, scope).ok;
  return {
    run: may("session.run"),
    place: may("session.place"),
    giveTurnInPlenary: may("turn.give-in-plenary"),
    askTurn: may("turn.ask"),
    seeEveryGroup: may("group.enter-any"),
    readNotes: may("note.read"),
    callHelp: may("help.call"),
    answerHelp: may("help.answer"),
  };
}

/** Whether the person looking may do this at one table of the session, as far as the page can tell; the server asks again. */
export function permitsAtTable(
  { me, session }: { readonly me: Me; readonly session: Pick<SessionState, "assemblyId" | "round"> },
  action: Action,
  groupId: GroupId,
): boolean {
  const { assemblyId, round } = session;
  const group = round?.groups.find((one) => one.groupId === groupId);
  if (!round || !group) return false;
  const participations = me.participations.map((held) => ({ ...held, assemblyId }));
  const own = me.participations.map(({ participationId }) => participationId);
  const seated = own.filter((participationId) => round.seats[participationId] === groupId);
  const scope = { assemblyId, openPhases: me.openPhases, group: { facilitatorId: group.facilitatorId, seated } };
  return permits({ kind: "person", participations }, action, scope).ok;
}
