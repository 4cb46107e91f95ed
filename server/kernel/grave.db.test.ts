import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingDevice, Actor } from "~/app/domain/assembly/actor";
import { graveActions } from "~/app/domain/assembly/grave";
import { type Id, newId } from "~/app/domain/kernel/ids";
import { type Result, refuse } from "~/app/domain/kernel/result";
import { listCards } from "~/db/repositories/card";
import { addDevice } from "../commands/auth/add-device";
import { printCards } from "../commands/auth/print-cards";
import { signInAtDesk } from "../commands/auth/sign-in-at-desk";
import { deleteUndrawn } from "../commands/recruit/delete-undrawn";
import { planUndrawnDeletion } from "../commands/recruit/plan-undrawn-deletion";
import { resendInvitation } from "../commands/recruit/resend-invitation";
import { sendInvitations } from "../commands/recruit/send-invitations";
import { inviteToTeam } from "../commands/team/invite-to-team";
import { removeFromTeam } from "../commands/team/remove-from-team";
import { revokeTeamLink } from "../commands/team/revoke-team-link";
import type { Caller } from "../context";
import { mailsPage } from "../queries/mail/mails-page";
import { letters } from "../queries/recruit/letters";
import { memberCards } from "../queries/team/member-cards";
import { teamPage } from "../queries/team/team-page";
import { type BuiltAssembly, buildAssembly } from "../testing/build-assembly";
import { at } from "../testing/build-live";
import { type TestApp, testApp } from "../testing/test-app";
import { authorise } from "./authorise";

let world: TestApp;
let built: BuiltAssembly;
beforeAll(async () => {
  world = await testApp();
  built = await buildAssembly(world, { members: 1, facilitators: 1, phase: "recruitment" });
});
afterAll(() => world.dispose());

/** The organiser on a device of theirs. */
async function from({ proven }: Pick<ActingDevice, "proven">): Promise<Caller> {
  const { personId, actor, app } = built.organiser;
  const device = { userAgent: null, replaces: null };
  const id = await addDevice(app.stores.main, app, { personId, means: "code", only: null, device });
  return { app, actor: { ...(actor as Extract<Actor, { kind: "person" }>), device: { id, proven } } };
}

type Ask = (by: Caller) => Promise<Result<unknown>>;
const grave: Readonly<Record<string, Ask>> = {
  "inviting to the team": (by) =>
    inviteToTeam(by, null, { assemblyId: built.assemblyId, role: "expert", name: "Zoé", email: null, locale: "fr" }),
  "removing from the team": (by) =>
    removeFromTeam(by, null, {
      assemblyId: built.assemblyId,
      participationId: at(built.facilitators, 0).participationId,
    }),
  "revoking a team link": (by) =>
    revokeTeamLink(by, null, { assemblyId: built.assemblyId, linkId: newId(world.random) as Id<"team-link"> }),
  "deleting who was not drawn": (by) => deleteUndrawn(by, null, { assemblyId: built.assemblyId }),
  "planning that deletion": (by) => planUndrawnDeletion(by, null, { assemblyId: built.assemblyId, atMs: 0 }),
  "printing cards": (by) =>
    printCards(by, world.commandId(), {
      assemblyId: built.assemblyId,
      participationIds: [at(built.members, 0).participationId],
    }),
  "reading cards": (by) => memberCards(by, { assemblyId: built.assemblyId, locale: "fr", only: null }),
  "inviting those who were drawn": (by) =>
    sendInvitations(by, null, { assemblyId: built.assemblyId, deadlineMs: 0, locale: "fr", to: "prepared" }),
  "mending the address of an invitation": (by) =>
    resendInvitation(by, null, {
      assemblyId: built.assemblyId,
      invitationId: newId(world.random) as Id<"invitation">,
      email: "zoe@example.org",
      locale: "fr",
    }),
  "reading the codes of letters": (by) => letters(by, { assemblyId: built.assemblyId, locale: "fr", only: "all" }),
  "signing in at the desk": (by) =>
    signInAtDesk(by, world.commandId(), {
      assemblyId: built.assemblyId,
      participationId: at(built.members, 0).participationId,
      deskDeviceId: newId(world.random),
      userAgent: null,
    }),
};

test.each(Object.entries(grave))("%s asks for a proof of lately, and leaves no trace without", async (_what, ask) => {
  expect(await ask(await from({ proven: false }))).toEqual(refuse("prove-again"));
  expect(await ask(await from({ proven: true }))).not.toEqual(refuse("prove-again"));
});

test("every grave action is refused without a proof, none of the others is", async () => {
  const { actor } = await from({ proven: false });
  const { main } = world.app.stores;
  for (const action of graveActions) {
    expect(await authorise(main, actor, { action, assemblyId: built.assemblyId }), action).toEqual(
      refuse("prove-again"),
    );
  }
  for (const action of ["assembly.edit", "phase.advance", "member.see"] as const) {
    expect((await authorise(main, actor, { action, assemblyId: built.assemblyId })).ok, action).toBe(true);
  }
});

test("the team, and which mails did not arrive, are seen without a proof, and no card was printed without one", async () => {
  expect((await teamPage(await from({ proven: false }), { assemblyId: built.assemblyId })).ok).toBe(true);
  expect((await mailsPage(await from({ proven: false }), { assemblyId: built.assemblyId })).ok).toBe(true);
  const before = await listCards(world.app.stores.main, [at(built.members, 0).participationId]);
  const [ask] = [grave["printing cards"]];
  await ask?.(await from({ proven: false }));
  expect(await listCards(world.app.stores.main, [at(built.members, 0).participationId])).toEqual(before);
});

test("strangers hear that there is no such assembly, not that they should prove who they are", async () => {
  const stranger = await world.as(await world.person("Une étrangère"));
  const actor = { ...stranger.actor, device: { id: newId<"device">(world.random), proven: false } } as Actor;
  expect(
    await authorise(world.app.stores.main, actor, { action: "team.manage", assemblyId: built.assemblyId }),
  ).toEqual(refuse("assembly-unknown"));
});
