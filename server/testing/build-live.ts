import type { GroupId, RoundId, SessionId } from "~/app/domain/kernel/ids";
import type { Result } from "~/app/domain/kernel/result";
import { splitIntoGroups } from "../commands/live/split-into-groups";
import { startSession } from "../commands/live/start-session";
import { stepAgenda } from "../commands/live/step-agenda";
import type { Caller } from "../context";
import { liveSession } from "../queries/live/live-session";
import { type BuiltAssembly, buildAssembly, type Somebody, type ToBuild } from "./build-assembly";
import type { World } from "./test-app";

/** An assembly in deliberation with a session that runs. */
export interface BuiltLive extends BuiltAssembly {
  readonly sessionId: SessionId;
  /** Goes to the first item held in groups and splits everyone; answers each group with those who sit in it and its facilitator. */
  split(): Promise<SplitRound>;
}

export interface SplitRound {
  readonly roundId: RoundId;
  readonly groups: readonly SplitGroup[];
}

export interface SplitGroup {
  readonly groupId: GroupId;
  readonly members: readonly Somebody[];
  readonly facilitator: Somebody | undefined;
}

/** For tests: `const { sessionId, members, split } = await buildLive(world, { members: 4, facilitators: 2 })`. */
export async function buildLive(world: World, input: ToBuild = {}): Promise<BuiltLive> {
  const built = await buildAssembly(world, { members: 4, facilitators: 2, phase: "deliberation", ...input });
  const planned = built.sessions.find(({ agenda }) => agenda.length > 1) ?? built.sessions[0];
  if (!planned) throw new Error("the template plans no session");
  const sessionId = planned.id;
  value(await startSession(built.organiser, null, { sessionId }));
  return { ...built, sessionId, split: () => split(built, sessionId) };
}

/** Steps to the first item held in groups: only there can groups be formed. */
export async function goToGroups(organiser: Caller, sessionId: SessionId): Promise<void> {
  const { agenda, currentItemId } = value(await liveSession(organiser, sessionId)).session;
  const item = agenda.find(({ mode }) => mode === "groups");
  if (!item) throw new Error("the template has no item in groups");
  const step = { sessionId, fromItemId: currentItemId, toItemId: item.itemId, callBackRoundId: null };
  value(await stepAgenda(organiser, null, step));
}

async function split(built: BuiltAssembly, sessionId: SessionId): Promise<SplitRound> {
  await goToGroups(built.organiser, sessionId);
  value(await splitIntoGroups(built.organiser, null, { sessionId, present: null, groupSize: 2 }));
  const { session } = value(await liveSession(built.organiser, sessionId));
  const { round } = session;
  if (!round) throw new Error("no round is open");
  return {
    roundId: round.roundId,
    groups: round.groups.map(({ groupId, facilitatorId }) => ({
      groupId,
      members: built.members.filter(({ participationId }) => round.seats[participationId] === groupId),
      facilitator: built.facilitators.find(({ participationId }) => participationId === facilitatorId),
    })),
  };
}

/** The value of an accepted result; a refusal fails the test. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code} ${JSON.stringify(result.refusal.data ?? {})}`);
  return result.value;
}

/** The code of a refusal; an accepted result fails the test. */
export function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error("was not refused");
  return result.refusal.code;
}

/** The same element or a failure: lists of builders are as long as was asked. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}
