import slugify from "@sindresorhus/slugify";

const LONGEST = 60;

/** A title as the end of an address: "Le logement étudiant" → "le-logement-etudiant"; "assembly" when nothing is left of it. */
export function makeSlug(title: string): string {
  const words = slugify(title, { decamelize: false, customReplacements: [["&", " "]] }).split("-");
  let slug = "";
  for (const word of words) {
    if (slug.length + word.length + 1 > LONGEST) break;
    slug = slug ? `${slug}-${word}` : word;
  }
  return slug || (words[0] || "assembly").slice(0, LONGEST);
}

/** The slug itself, or with the first free number behind it. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(tried)) return tried;
  }
}
