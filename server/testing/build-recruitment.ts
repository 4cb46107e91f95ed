import { aPoolFile, somePoolQuotas } from "~/app/domain/testing/recruitment";
import { lastDraw } from "~/db/repositories/draw";
import { type InvitedRow, listInvited } from "~/db/repositories/invitation";
import { takeDraws } from "../commands/recruit/compute-draws";
import { saveQuotas } from "../commands/recruit/save-quotas";
import { startDraw } from "../commands/recruit/start-draw";
import { startImport } from "../commands/recruit/start-import";
import { uploadPool } from "../commands/recruit/upload-pool";
import { writeImports } from "../commands/recruit/write-imports";
import { type BuiltAssembly, buildAssembly } from "./build-assembly";
import type { TestApp } from "./test-app";

/** An assembly in recruitment with a pool and quotas, made by the same commands as people use. */
export async function buildPool(
  world: TestApp,
  { people = 40, seats = 6 }: { people?: number; seats?: number } = {},
): Promise<BuiltAssembly> {
  const built = await buildAssembly(world, { seats, phase: "recruitment" });
  await importPool(world, built, { people });
  const saved = await saveQuotas(built.organiser, world.commandId(), {
    assemblyId: built.assemblyId,
    quotas: somePoolQuotas(seats),
  });
  if (!saved.ok || "refusals" in saved.value) throw new Error(`quotas refused: ${JSON.stringify(saved)}`);
  return built;
}

export async function importPool(
  world: TestApp,
  { organiser, assemblyId }: BuiltAssembly,
  { people }: { people: number },
): Promise<void> {
  const { header, rows, meanings } = aPoolFile(people);
  const uploaded = await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows });
  if (!uploaded.ok) throw new Error(uploaded.refusal.code);
  const started = await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: true });
  if (!started.ok) throw new Error(started.refusal.code);
  await writeImports(world.app);
}

/** The same with a panel drawn. */
export async function buildDrawn(
  world: TestApp,
  size: { people?: number; seats?: number } = {},
): Promise<BuiltAssembly & { readonly invited: readonly InvitedRow[] }> {
  const built = await buildPool(world, size);
  await drawNow(world, built, "panel");
  return { ...built, invited: await listInvited(world.app.stores.main, built.assemblyId) };
}

/** Asks for a draw and waits until it has ended. */
export async function drawNow(
  world: TestApp,
  { organiser, assemblyId }: BuiltAssembly,
  what: "panel" | "replacement",
): Promise<void> {
  const before = await lastDraw(world.app.stores.main, assemblyId);
  const reason = before ? "The first list was read out with a mistake." : "";
  const started = await startDraw(organiser, world.commandId(), { assemblyId, what, algorithm: "quick", reason });
  if (!started.ok) throw new Error(started.refusal.code);
  await Promise.all(await takeDraws(world.app));
}
