import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LiveCommandName, LiveCommands } from "~/app/domain/deliberation/commands";
import type { Id } from "~/app/domain/kernel/ids";
import type { Caller } from "~/server/context";
import { buildAssembly } from "~/server/testing/build-assembly";
import { at, type BuiltLive, buildLive, refusal } from "~/server/testing/build-live";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { liveCommands } from "../../protocol/commands";
import { takeCommand } from "./take-command";

let world: TestApp;
let live: BuiltLive;
let foreigner: Caller;
let inputs: { readonly [Name in LiveCommandName]: LiveCommands[Name] };

const names = Object.keys(liveCommands) as LiveCommandName[];

beforeAll(async () => {
  world = await testApp("registry");
  live = await buildLive(world);
  const other = await buildAssembly(world, { members: 1, phase: "deliberation" });
  foreigner = at(other.members, 0);
  inputs = await someInputs(live);
});
afterAll(() => world.dispose());

/** An input of each command that names real things of the session. */
async function someInputs({ sessionId, members, facilitators, sessions, split }: BuiltLive): Promise<typeof inputs> {
  const { roundId, groups } = await split();
  const [{ groupId }, { groupId: toGroupId }] = [at(groups, 0), at(groups, 1)];
  const { participationId } = at(members, 0);
  const itemId = sessions.find(({ id }) => id === sessionId)?.agenda[0]?.id;
  if (!itemId) throw new Error("no agenda");
  const onFloor = { sessionId, groupId };
  const any = <Noun extends string>() => "x".repeat(22) as Id<Noun>;
  return {
    "start-session": { sessionId },
    "close-session": { sessionId },
    "step-agenda": { sessionId, fromItemId: null, toItemId: itemId, callBackRoundId: null },
    "extend-item": { sessionId, seenEndsAtMs: 0, minutes: 5 },
    "extend-group": { sessionId, groupId, seenMoreTime: null, minutes: 5 },
    "split-into-groups": { sessionId, present: null, groupSize: null },
    "call-back": { sessionId, roundId },
    "undo-call-back": { sessionId, roundId },
    "place-member": { sessionId, participationId, groupId },
    "move-member": { sessionId, participationId, fromGroupId: groupId, toGroupId },
    "assign-facilitator": { sessionId, groupId, participationId: at(facilitators, 0).participationId },
    "ask-turn": onFloor,
    "withdraw-turn": { sessionId, entryId: any<"queue-entry">() },
    "give-turn": { ...onFloor, participationId },
    "end-turn": { sessionId, turnId: any<"turn">() },
    "keep-idea": { sessionId, groupId, text: "Une idée", language: "fr", authorIds: [participationId] },
    "drop-idea": { sessionId, ideaId: any<"idea">() },
    "call-help": onFloor,
    "answer-help": { sessionId, callId: any<"help-call">() },
    "close-help": { sessionId, callId: any<"help-call">() },
  };
}

const run = (caller: Caller, name: string, input: unknown) =>
  takeCommand(caller, { id: world.commandId(), name, input });

describe("every live command (L1)", () => {
  test.each(names)("%s is refused to a visitor", async (name) => {
    expect(refusal(await run(world.visitor(), name, inputs[name]))).toBe("sign-in-needed");
  });

  test.each(names)("%s is refused to a member of another assembly, as if the session did not exist", async (name) => {
    expect(refusal(await run(foreigner, name, inputs[name]))).toBe("session-unknown");
  });

  test.each(names)("%s is not understood without its input", async (name) => {
    expect(refusal(await run(live.organiser, name, {}))).toBe("not-understood");
    expect(refusal(await run(live.organiser, name, { ...inputs[name], sessionId: "../../etc" }))).toBe(
      "not-understood",
    );
  });

  test.each(["\0", "Une\0idée", "moitié \ud83c"])(
    "a text that no database keeps is refused beside its field (%j)",
    async (text) => {
      const answer = await run(live.organiser, "keep-idea", { ...inputs["keep-idea"], text });
      expect(answer).toMatchObject({ ok: false, refusal: { code: "text-unreadable", field: "text" } });
    },
  );

  test("an instant that no calendar has is refused beside its field", async () => {
    const answer = await run(live.organiser, "extend-item", { ...inputs["extend-item"], seenEndsAtMs: 2 ** 53 - 1 });
    expect(answer).toMatchObject({ ok: false, refusal: { code: "number-too-large", field: "seenEndsAtMs" } });
  });

  test("a name that is none of ours is not understood", async () => {
    expect(refusal(await run(live.organiser, "toString", {}))).toBe("not-understood");
  });
});
