/** Dark enough for white letters on them (WCAG 4.5), told apart by most eyes, and by the name as well; never the yellow of "now". */
export const caretColors = [
  "#b4472a",
  "#0e5a61",
  "#6b4fa0",
  "#1f6b3a",
  "#9c2c6b",
  "#2f5bb5",
  "#7a5a12",
  "#4a5568",
] as const;

/** The colour of somebody's caret: the same each time, on every screen. */
export function caretColor(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return caretColors[sum % caretColors.length] ?? caretColors[0];
}
