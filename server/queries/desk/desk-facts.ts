import type { DeskFacts } from "~/app/domain/assembly/what-waits";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import type { Main } from "~/db/connect";
import type { AssemblyRow } from "~/db/repositories/assembly";
import { byRecommendation, listResponses } from "~/db/repositories/authority-response";
import { type InvitationRow, listInvitations } from "~/db/repositories/invitation";
import { listParticipants } from "~/db/repositories/participation";
import { findPool } from "~/db/repositories/pool";
import { countDraws } from "~/db/repositories/preparation";
import { listQuestions } from "~/db/repositories/question";
import { countQuotas } from "~/db/repositories/quota";
import { listRecommendations } from "~/db/repositories/recommendation";
import { findSite } from "~/db/repositories/site";
import { listVotes } from "~/db/repositories/vote";
import { keptMails } from "../../kernel/mail/kept-mails";
import { mailTroubleList } from "../mail/mail-trouble-list";
import type { CalendarPhase, CalendarSession } from "../prepare/calendar";

interface Known {
  readonly assembly: AssemblyRow;
  readonly sessions: readonly CalendarSession[];
  readonly phases: readonly CalendarPhase[];
  readonly nowMs: number;
  /** Whether a mail server is set. */
  readonly sendsMails: boolean;
}

/** Counts what the desk needs, over the tables of every slice. */
export async function deskFacts(db: Main, known: Known): Promise<DeskFacts> {
  const { assembly, sessions, nowMs } = known;
  const people = await listParticipants(db, assembly.id);
  const count = (role: string): number => people.filter((person) => person.role === role).length;
  const site = await findSite(db, assembly.id);
  return {
    nowMs,
    ...phaseFacts(known),
    commitmentWritten: Object.keys(assembly.commitment).length > 0,
    seats: assembly.seats,
    groupSize: assembly.groupSize,
    members: count("member"),
    guarantors: count("guarantor"),
    scrutineers: count("scrutineer"),
    facilitators: count("facilitator"),
    sessions: sessions.map(({ startsAtMs, state, place, address }) => ({
      startsAtMs,
      state,
      inRoom: place !== "online",
      addressKnown: address !== "",
    })),
    siteOpen: site !== undefined && site.closedAt === null,
    ...(await recruitmentFacts(db, assembly.id, nowMs)),
    mails: await mailFacts(db, known),
    ...(await workFacts(db, assembly.id, nowMs)),
  };
}

function phaseFacts({ phases }: Known): Pick<DeskFacts, "openPhases" | "phaseEndsAtMs" | "lastPhaseOpen"> {
  const open = phases.filter(({ state }) => state === "current");
  return {
    openPhases: open.map(({ kind }) => kind),
    phaseEndsAtMs: open.at(-1)?.endsAtMs ?? null,
    lastPhaseOpen: phases.at(-1)?.state === "current",
  };
}

async function mailFacts(db: Main, { assembly, nowMs, sendsMails }: Known): Promise<DeskFacts["mails"]> {
  const now = new Date(nowMs);
  const troubled = await mailTroubleList(db, assembly.id, now);
  return {
    refused: troubled.filter(({ fate }) => fate.kind === "refused").length,
    kept: sendsMails ? (await keptMails(db, assembly.id, now)).useful.length : 0,
  };
}

async function recruitmentFacts(db: Main, assemblyId: AssemblyId, nowMs: number) {
  const pool = await findPool(db, assemblyId);
  const invitations = await listInvitations(db, assemblyId);
  const sent = invitations.filter(({ state }) => state === "sent");
  const over = ({ deadline }: InvitationRow): boolean => deadline !== null && deadline.getTime() < nowMs;
  const given = ({ state, replacedBy }: InvitationRow): boolean =>
    (state === "declined" || state === "unanswered" || state === "withdrawn") && replacedBy === null;
  return {
    quotas: await countQuotas(db, assemblyId),
    poolPeople: pool?.people ?? null,
    draws: await countDraws(db, assemblyId),
    invitations: {
      prepared: invitations.filter(({ state }) => state === "prepared").length,
      awaited: sent.length,
      overdue: sent.filter(over).length,
    },
    seatsToReplace: invitations.filter(given).length,
    undrawn: {
      kept: pool !== undefined && pool.undrawnDeletedAt === null,
      dated: pool !== undefined && pool.deleteUndrawnAt !== null,
    },
  };
}

async function workFacts(db: Main, assemblyId: AssemblyId, nowMs: number) {
  const votes = await listVotes(db, assemblyId);
  const recommendations = await listRecommendations(db, assemblyId);
  const questions = await listQuestions(db, assemblyId);
  const answered = byRecommendation(await listResponses(db, assemblyId));
  const inState = (wanted: string): number => votes.filter(({ state }) => state === wanted).length;
  return {
    questionsUnanswered: questions.filter(({ answer }) => answer === null).length,
    draftRecommendations: recommendations.filter(({ state }) => state === "draft").length,
    lockedRecommendations: recommendations.filter(({ state }) => state === "locked").length,
    recommendationsUnanswered: recommendations.filter(({ id, state }) => state === "locked" && !answered.has(id))
      .length,
    votes: {
      prepared: inState("prepared"),
      open: inState("open"),
      overdue: votes.filter(({ state, closesAt }) => state === "open" && closesAt && closesAt.getTime() < nowMs).length,
      closed: inState("closed"),
    },
  };
}
