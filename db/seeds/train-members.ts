import type { PhaseKind } from "~/app/domain/assembly/phase";
import type { MaterialId, PersonId, PhaseId } from "~/app/domain/kernel/ids";
import { uniformBelow } from "~/app/domain/kernel/random";
import { answerQuestion } from "~/server/commands/learn/answer-question";
import { answerTask } from "~/server/commands/learn/answer-task";
import { askQuestion } from "~/server/commands/learn/ask-question";
import { editMaterial } from "~/server/commands/learn/edit-material";
import { editTask } from "~/server/commands/learn/edit-task";
import { makeDeviceCheck } from "~/server/commands/learn/make-device-check";
import { markMaterial } from "~/server/commands/learn/mark-material";
import { supportQuestion } from "~/server/commands/learn/support-question";
import { listParticipants } from "../repositories/participation";
import { listPhases } from "../repositories/phase";
import { advanceTo } from "./advance-to";
import { type Convention, type DemoWorld, must } from "./demo-world";
import { holdSession } from "./hold-session";
import { answers, learningMaterials, learningTask, questions, skillsMaterials } from "./texts";

/** The members of the convention, by seat. */
export async function membersOf(world: DemoWorld, { assemblyId }: Convention): Promise<PersonId[]> {
  const all = await listParticipants(world.app.stores.main, assemblyId);
  return all.filter(({ role }) => role === "member").map(({ personId }) => personId);
}

/** Skills and learning: materials, a shared task, questions to the expert, device checks. */
export async function trainMembers(world: DemoWorld, convention: Convention): Promise<void> {
  const skills = await addMaterials(world, convention, "skills");
  const learning = await addMaterials(world, convention, "learning");
  await advanceTo(world, convention, "skills");
  for (const personId of await membersOf(world, convention)) await check(world, convention, personId);
  await readMost(world, convention, skills);
  await holdSession(world, convention, 0);
  await advanceTo(world, convention, "learning");
  await readMost(world, convention, learning);
  await answerTheTask(world, convention);
  await askTheExpert(world, convention);
  await holdSession(world, convention, 1);
}

async function addMaterials(
  world: DemoWorld,
  { assemblyId, organiser }: Convention,
  kind: PhaseKind,
): Promise<MaterialId[]> {
  const caller = await world.as(organiser);
  const phaseId = await phaseOf(world, assemblyId, kind);
  const ids: MaterialId[] = [];
  for (const draft of kind === "skills" ? skillsMaterials : learningMaterials) {
    const order = { assemblyId, materialId: null, phaseId, draft };
    ids.push(must(await editMaterial(caller, world.commandId(), order)).materialId);
  }
  return ids;
}

async function phaseOf(world: DemoWorld, assemblyId: Convention["assemblyId"], kind: PhaseKind): Promise<PhaseId> {
  const found = (await listPhases(world.app.stores.main, assemblyId)).find((phase) => phase.kind === kind);
  if (!found) throw new Error(`the convention has no phase of ${kind}`);
  return found.id;
}

async function check(world: DemoWorld, { assemblyId }: Convention, personId: PersonId): Promise<void> {
  const luck = uniformBelow(world.story, 16);
  if (luck === 0) return;
  const heard = luck > 2;
  const result = {
    microphoneLevel: heard ? 0.2 : 0,
    camera: luck !== 3,
    speaker: true,
    roundTripMs: 30 + 5 * luck,
    trouble: null,
  };
  must(await makeDeviceCheck(await world.as(personId), world.commandId(), { assemblyId, check: result }));
}

async function readMost(world: DemoWorld, convention: Convention, materials: readonly MaterialId[]): Promise<void> {
  const { assemblyId } = convention;
  for (const personId of await membersOf(world, convention)) {
    for (const materialId of materials) {
      if (uniformBelow(world.story, 5) === 0) continue;
      must(await markMaterial(await world.as(personId), world.commandId(), { assemblyId, materialId, done: true }));
    }
  }
}

async function answerTheTask(world: DemoWorld, convention: Convention): Promise<void> {
  const { assemblyId, organiser } = convention;
  const phaseId = await phaseOf(world, assemblyId, "learning");
  const order = { assemblyId, taskId: null, phaseId, draft: learningTask };
  const { taskId } = must(await editTask(await world.as(organiser), world.commandId(), order));
  const members = await membersOf(world, convention);
  for (const [at, text] of answers.entries()) {
    const personId = members[at * 7];
    if (!personId) continue;
    const answer = { assemblyId, taskId, text, language: "fr", sharing: "group" } as const;
    must(await answerTask(await world.as(personId), world.commandId(), answer));
  }
}

async function askTheExpert(world: DemoWorld, convention: Convention): Promise<void> {
  const { assemblyId, team } = convention;
  const members = await membersOf(world, convention);
  for (const [at, { text, answer }] of questions.entries()) {
    const [asker, ...others] = members.slice(at * 9, at * 9 + 4 + 2 * at);
    if (!asker) continue;
    const asked = await askQuestion(await world.as(asker), world.commandId(), { assemblyId, text, language: "fr" });
    const { questionId } = must(asked);
    for (const personId of others) {
      must(
        await supportQuestion(await world.as(personId), world.commandId(), {
          assemblyId,
          questionId,
          support: true,
        }),
      );
    }
    if (answer === null) continue;
    const order = { assemblyId, questionId, answer, seenAtMs: null };
    must(await answerQuestion(await world.as(team.expert), world.commandId(), order));
  }
}
