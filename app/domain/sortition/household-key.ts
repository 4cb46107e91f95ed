import { valueKey } from "../kernel/cell";

/**
 * The key of a household: all cells together, compared as values are (`valueKey`).
 * Nothing when any cell is blank: such a person counts as living alone.
 */
export function householdKey(cells: readonly string[] | undefined): string | undefined {
  if (!cells || cells.length === 0) return undefined;
  const plain = cells.map(valueKey);
  return plain.some((cell) => cell === "") ? undefined : plain.join("\u001f");
}
