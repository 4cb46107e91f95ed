import type { MaterialId, TaskId } from "../kernel/ids";

/** One step of a phase's learning: a material or a task. */
export type StepKey =
  | { readonly kind: "material"; readonly id: MaterialId }
  | { readonly kind: "task"; readonly id: TaskId };

/** What orders need of a step. */
interface Listed {
  readonly kind: StepKey["kind"];
  readonly id: string;
}

export type Direction = "up" | "down";

/** The steps of a phase in their order: by position, materials before tasks where two share one, then by id. */
export function inOrder<Step extends Listed & { readonly position: number }>(steps: readonly Step[]): Step[] {
  return [...steps].sort(
    (a, b) => a.position - b.position || a.kind.localeCompare(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** The order after one step has gone one place up or down; unchanged at the ends, and for a step that is not there. */
export function moveStep<Step extends Listed>(steps: readonly Step[], moved: Listed, direction: Direction): Step[] {
  const from = steps.findIndex(({ kind, id }) => kind === moved.kind && id === moved.id);
  const to = direction === "up" ? from - 1 : from + 1;
  const copy = [...steps];
  const [one, other] = [copy[from], copy[to]];
  if (one === undefined || other === undefined) return copy;
  copy[from] = other;
  copy[to] = one;
  return copy;
}
