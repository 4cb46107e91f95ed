import { DAY_MS } from "~/app/domain/kernel/clock";
import { uniformBelow } from "~/app/domain/kernel/random";
import { takeDraws } from "~/server/commands/recruit/compute-draws";
import { editQuotas } from "~/server/commands/recruit/edit-quotas";
import { markLetters } from "~/server/commands/recruit/mark-letters";
import { planUndrawnDeletion } from "~/server/commands/recruit/plan-undrawn-deletion";
import { recordAnswer } from "~/server/commands/recruit/record-answer";
import { sendInvitations } from "~/server/commands/recruit/send-invitations";
import { startDraw } from "~/server/commands/recruit/start-draw";
import { startImport } from "~/server/commands/recruit/start-import";
import { uploadPool } from "~/server/commands/recruit/upload-pool";
import { writeImports } from "~/server/commands/recruit/write-imports";
import { listInvited } from "../repositories/invitation";
import { advanceTo } from "./advance-to";
import { type Convention, type DemoWorld, must } from "./demo-world";
import { conventionSettings } from "./texts";
import { populationQuotas, volunteers } from "./volunteers";

/** Opens the recruitment, imports 400 volunteers and sets the quotas. */
export async function fillPool(world: DemoWorld, convention: Convention): Promise<void> {
  await advanceTo(world, convention, "recruitment");
  const { assemblyId } = convention;
  const caller = await world.as(convention.organiser);
  const { header, rows, meanings } = volunteers(world.story);
  const upload = { assemblyId, fileName: "volontaires.csv", header, rows };
  must(await uploadPool(caller, world.commandId(), upload));
  must(await startImport(caller, world.commandId(), { assemblyId, meanings, replace: false }));
  await writeImports(world.app);
  const saved = must(
    await editQuotas(caller, world.commandId(), { assemblyId, quotas: populationQuotas(conventionSettings.seats) }),
  );
  if ("refusals" in saved) throw new Error(`the quotas were refused: ${JSON.stringify(saved.refusals)}`);
}

/** Draws, invites, and replaces those who decline, until every seat is taken. */
export async function seatMembers(world: DemoWorld, convention: Convention): Promise<void> {
  const { assemblyId } = convention;
  await draw(world, convention, "panel");
  for (let rounds = 1; ; rounds++) {
    const declined = await inviteAndAnswer(world, convention, rounds === 1 ? 12 : 0);
    if (declined === 0) break;
    await draw(world, convention, "replacement");
  }
  const atMs = world.app.clock.now().getTime() + 90 * DAY_MS;
  must(await planUndrawnDeletion(await world.as(convention.organiser), world.commandId(), { assemblyId, atMs }));
}

async function draw(
  world: DemoWorld,
  { assemblyId, organiser }: Convention,
  what: "panel" | "replacement",
): Promise<void> {
  const order = { assemblyId, what, algorithm: "leximin", reason: "" } as const;
  must(await startDraw(await world.as(organiser), world.commandId(), order));
  await Promise.all(await takeDraws(world.app));
}

/** Sends what is to be sent and takes the answers; one in `oneInDeclines` declines (0: nobody). Answers how many declined. */
async function inviteAndAnswer(
  world: DemoWorld,
  { assemblyId, organiser }: Convention,
  oneInDeclines: number,
): Promise<number> {
  const caller = await world.as(organiser);
  const { main } = world.app.stores;
  const deadlineMs = world.app.clock.now().getTime() + 10 * DAY_MS;
  const prepared = (await listInvited(main, assemblyId)).filter(({ state }) => state === "prepared");
  if (prepared.some(({ email }) => email)) {
    must(await sendInvitations(caller, world.commandId(), { assemblyId, deadlineMs, locale: "fr", to: "prepared" }));
  }
  const letters = prepared.filter(({ email }) => !email).map(({ id }) => id);
  if (letters.length > 0)
    must(await markLetters(caller, world.commandId(), { assemblyId, invitationIds: letters, deadlineMs }));
  let declined = 0;
  for (const { id: invitationId } of prepared) {
    const declines = oneInDeclines > 0 && uniformBelow(world.story, oneInDeclines) === 0;
    if (declined === 5 || !declines) {
      const namePublic = uniformBelow(world.story, 4) === 0;
      must(await recordAnswer(caller, world.commandId(), { assemblyId, invitationId, answer: "accepted", namePublic }));
      continue;
    }
    declined += 1;
    must(
      await recordAnswer(caller, world.commandId(), {
        assemblyId,
        invitationId,
        answer: "declined",
        namePublic: false,
      }),
    );
  }
  return declined;
}
