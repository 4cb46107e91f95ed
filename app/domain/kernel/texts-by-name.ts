/**
 * The texts of a form by the name of their field, in the order they came; files are left out. One pass over the fields: asking a form
 * for each name costs the square of their number.
 */
export function textsByName(form: Iterable<readonly [string, unknown]>): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== "string") continue;
    const known = texts.get(name);
    if (known) known.push(value);
    else texts.set(name, [value]);
  }
  return texts;
}
