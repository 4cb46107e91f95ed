import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { base64url, type GroupId, type PersonId, type SessionId } from "../kernel/ids";
import { aRound, aSession, someMe } from "../testing/live";
import {
  callsStream,
  cockpitStream,
  followedStreams,
  groupStream,
  helpStream,
  personStream,
  readStream,
  sessionStream,
} from "./streams";

const anId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(base64url);

describe("the key of a stream", () => {
  test("law: is read back as what it names, and no two streams share one", () => {
    fc.assert(
      fc.property(anId, anId, (id, who) => {
        const [sessionId, groupId, personId] = [id as SessionId, id as GroupId, who as PersonId];
        const keys = {
          [sessionStream(sessionId)]: { kind: "session", sessionId },
          [groupStream(groupId)]: { kind: "group", groupId },
          [callsStream(groupId)]: { kind: "calls", groupId },
          [cockpitStream(sessionId)]: { kind: "cockpit", sessionId },
          [personStream(sessionId, personId)]: { kind: "person", sessionId, personId },
        };
        expect(Object.keys(keys)).toHaveLength(5);
        for (const [key, named] of Object.entries(keys)) expect(readStream(key)).toEqual(named);
      }),
      { seed: 20261129 },
    );
  });

  test("law: a text of another shape names nothing", () => {
    const ours = /^(session|group|calls|cockpit):[\w-]{22}$|^person:[\w-]{22}:[\w-]{22}$/;
    const start = fc.constantFrom("", "session:", "person:", "assembly:", "Group:", "calls:");
    fc.assert(
      fc.property(start, fc.oneof(anId, fc.string()), fc.constantFrom("", "\n", ":", " "), (kind, text, end) => {
        const key = kind + text + end;
        expect(readStream(key) === null).toBe(!ours.test(key) || key.endsWith("\n"));
      }),
      { seed: 20261130, numRuns: 300 },
    );
  });
});

describe("what somebody follows", () => {
  const round = aRound({ g1: ["odette"], g2: ["karim"] }, { g1: "farid" });
  const session = aSession({ round });

  test("a member follows the session, their own calls, and the group where they sit", () => {
    const me = someMe([["odette", "member"]]);
    expect(helpStream({ me, session })).toBe("person:session:person");
    expect(followedStreams({ me, session })).toEqual(["session:session", "person:session:person", "group:g1"]);
  });

  test("who leads a group hears the calls that come from it", () => {
    const me = someMe([["farid", "facilitator"]]);
    expect(followedStreams({ me, session })).toEqual([
      "session:session",
      "person:session:person",
      "group:g1",
      "calls:g1",
    ]);
  });

  test("who answers everywhere hears every call in one stream, and none of them twice", () => {
    const me = someMe([["claire", "organiser"]], { answerHelp: true, seeEveryGroup: true });
    expect(followedStreams({ me, session })).toEqual(["session:session", "cockpit:session", "group:g1", "group:g2"]);
  });

  test("while everybody is in the plenary nobody follows a group", () => {
    const me = someMe([["odette", "member"]], { seeEveryGroup: true });
    expect(followedStreams({ me, session: aSession() })).toEqual(["session:session", "person:session:person"]);
  });
});
