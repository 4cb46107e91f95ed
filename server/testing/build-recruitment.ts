import { aPoolFile, somePoolQuotas } from "~/app/domain/testing/recruitment";
import { lastDraw } from "~/db/repositories/draw";
import { type InvitedRow, listInvited } from "~/db/repositories/invitation";
import { takeDraws } from "../commands/recruit/compute-draws";
import { editQuotas } from "../commands/recruit/edit-quotas";
import { startDraw } from "../commands/recruit/start-draw";
import { startImport } from "../commands/recruit/start-import";
import { uploadPool } from "../commands/recruit/upload-pool";
import { writeImports } from "../commands/recruit/write-imports";
import { type BuiltAssembly, buildAssembly } from "./build-assembly";
import type { TestApp } from "./test-app";

export interface PoolToBuild {
  readonly people?: number;
  readonly seats?: number;
  /** What an organiser typed as name and address of the volunteer in this row (from 0). */
  readonly as?: (row: number) => { readonly name: string; readonly email: string };
}

/** An assembly in recruitment with a pool and quotas, made by the same commands as people use. */
export async function buildPool(
  world: TestApp,
  { people = 40, seats = 6, as }: PoolToBuild = {},
): Promise<BuiltAssembly> {
  const built = await buildAssembly(world, { seats, phase: "recruitment" });
  await importPool(world, built, { people, ...(as && { as }) });
  const saved = await editQuotas(built.organiser, world.commandId(), {
    assemblyId: built.assemblyId,
    quotas: somePoolQuotas(seats),
  });
  if (!saved.ok || "refusals" in saved.value) throw new Error(`quotas refused: ${JSON.stringify(saved)}`);
  return built;
}

export async function importPool(
  world: TestApp,
  { organiser, assemblyId }: BuiltAssembly,
  { people, as }: { people: number } & Pick<PoolToBuild, "as">,
): Promise<void> {
  const { header, rows: made, meanings } = aPoolFile(people);
  const rows = made.map((row, at) => {
    const given = as?.(at);
    return given ? [row[0] ?? "", given.name, "", given.email, ...row.slice(4)] : row;
  });
  const uploaded = await uploadPool(organiser, world.commandId(), { assemblyId, fileName: "pool.csv", header, rows });
  if (!uploaded.ok) throw new Error(uploaded.refusal.code);
  const started = await startImport(organiser, world.commandId(), { assemblyId, meanings, replace: true });
  if (!started.ok) throw new Error(started.refusal.code);
  await writeImports(world.app);
}

/** The same with a panel drawn. */
export async function buildDrawn(
  world: TestApp,
  size: PoolToBuild = {},
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
