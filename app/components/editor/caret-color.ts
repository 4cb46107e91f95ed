/** Colours of carets: each 4.5 or more against the white of its label (WCAG), told apart by the name as well. */
const colors = ["#7a3e9d", "#0e5a61", "#b4472a", "#2b5aa8", "#1f6b3a", "#8a3b12", "#9c2a5b", "#4a4a8f"] as const;

/** Always the same colour for the same person. */
export function caretColor(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return colors[sum % colors.length] ?? colors[0];
}
