const KIB = 1024;
const MIB = 1024 * KIB;

/** What a form may weigh, in bytes, before anything of it is read. */
export const PLAIN_FORM_BYTES = 64 * KIB;

/** A file, and what goes around it in a form: names, boundaries, a few fields. */
const TABLE_BYTES = 12 * MIB + 64 * KIB;

/** How many fields a form may have: a page's longest list is 200 ideas to tick. */
export const PLAIN_FORM_FIELDS = 500;

/** The fields that may come with a file. */
export const UPLOAD_FIELDS = 5_000;

/** What a route takes that is more than a plain form. */
export interface BodyLimit {
  readonly bytes: number;
  /** More fields than a plain form has: one for each person, or line. */
  readonly fields?: number;
  /** A form with a file may be this large; the route reads it itself, once it knows who asks (`readUpload`). */
  readonly uploadBytes?: number;
}

/**
 * The routes whose forms may be larger, by the name of their folder. A text takes at most nine bytes a character on its way (three of
 * UTF-8, each written as `%XX`), so these are nine times the longest texts their schemas take, and what goes around them.
 */
export const largerForms: Readonly<Record<string, BodyLimit>> = {
  // Two texts of 50,000 characters in two languages.
  "$lang.organisation.settings": { bytes: 2 * MIB },
  // A reading of 60,000 characters in two languages.
  "$lang.assembly.$assemblyId.learning-desk_.$stepKind.$stepId": { bytes: 1.25 * MIB },
  // A commitment of 10,000 characters and a question of 1,000 in two languages.
  "$lang.assembly.$assemblyId.settings": { bytes: 256 * KIB },
  "$lang.organisation.new-assembly": { bytes: 256 * KIB },
  // An answer of the authority of 5,000 characters in two languages.
  "$lang.assembly.$assemblyId.site": { bytes: 128 * KIB },
  // 2,000 members to tick.
  "$lang.assembly.$assemblyId.members": { bytes: 128 * KIB, fields: 2_100 },
  // A letter for each of 5,000 people.
  "$lang.assembly.$assemblyId.letters": { bytes: 256 * KIB, fields: 5_100 },
  // Carries the form it stands before, of which letters are the largest, and a few fields of its own.
  "$lang.confirm": { bytes: 272 * KIB, fields: 5_200 },
  // In a live session everybody present is named, in a form for those without JavaScript.
  "$lang.assembly.$assemblyId.session.$sessionId": { bytes: 256 * KIB, fields: 2_100 },
  // What is each of several hundred columns.
  "$lang.assembly.$assemblyId._recruitment.recruit_.columns": { bytes: 128 * KIB, fields: 2_100 },
  "$lang.assembly.$assemblyId._recruitment.recruit": { bytes: PLAIN_FORM_BYTES, uploadBytes: TABLE_BYTES },
  // 500 lines of quotas with eight fields each are sent as the parts of a form that may hold a file.
  "$lang.assembly.$assemblyId._recruitment.recruit_.quotas": {
    bytes: MIB,
    fields: UPLOAD_FIELDS,
    uploadBytes: TABLE_BYTES,
  },
};

/** The limit of a route, by its id (`routes/` and the name of its folder). */
export function bodyLimitOf(routeId: string): BodyLimit {
  return largerForms[routeId.replace(/^routes\//, "")] ?? { bytes: PLAIN_FORM_BYTES };
}
