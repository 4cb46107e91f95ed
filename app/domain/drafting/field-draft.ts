import { type FieldEdits, type RowField, rowFields } from "./row-fields";

type Texts = Readonly<Record<RowField, string>>;

/** The fields on somebody's screen: what is typed, what the database is known to hold, and what it held when that was typed. */
export interface FieldDraft {
  readonly version: number;
  readonly typed: Texts;
  readonly base: Texts;
  readonly stored: Texts;
}

export function openFields(version: number, stored: Texts): FieldDraft {
  return { version, typed: stored, base: stored, stored };
}

export function typeInto(draft: FieldDraft, field: RowField, text: string): FieldDraft {
  return { ...draft, typed: { ...draft.typed, [field]: text } };
}

/**
 * What the database holds has arrived. A field where nothing was typed follows; one that already holds what was typed is done; in the
 * others what was typed stays. An answer older than what is known is left aside.
 */
export function hearStored(draft: FieldDraft, version: number, stored: Texts): FieldDraft {
  if (version < draft.version) return draft;
  const typed = { ...draft.typed };
  const base = { ...draft.base };
  for (const field of rowFields) {
    const untouched = draft.typed[field] === draft.base[field];
    if (untouched) typed[field] = stored[field];
    if (untouched || stored[field] === draft.typed[field]) base[field] = stored[field];
  }
  return { version, typed, base, stored };
}

/** These edits were accepted: what they wrote is what later typing starts from. */
export function hearSaved(draft: FieldDraft, edits: FieldEdits): FieldDraft {
  const base = { ...draft.base };
  const stored = { ...draft.stored };
  for (const field of rowFields) {
    const edit = edits[field];
    if (!edit) continue;
    base[field] = edit.to;
    stored[field] = edit.to;
  }
  return { ...draft, base, stored };
}

/** The fields where somebody else wrote something while this person was typing. */
export function conflictsOf({ typed, base, stored }: FieldDraft): readonly RowField[] {
  return rowFields.filter(
    (field) => typed[field] !== base[field] && stored[field] !== base[field] && stored[field] !== typed[field],
  );
}

/** What there is to save: everything typed, conflicts apart. */
export function editsOf(draft: FieldDraft): FieldEdits {
  const conflicts = conflictsOf(draft);
  const edits: Partial<Record<RowField, { from: string; to: string }>> = {};
  for (const field of rowFields) {
    if (draft.typed[field] === draft.base[field] || conflicts.includes(field)) continue;
    edits[field] = { from: draft.base[field], to: draft.typed[field] };
  }
  return edits;
}

/** Settles a conflict: with what was typed here, or with what somebody else wrote. */
export function settleConflict(draft: FieldDraft, field: RowField, keep: "mine" | "theirs"): FieldDraft {
  const base = { ...draft.base, [field]: draft.stored[field] };
  return { ...draft, base, typed: keep === "mine" ? draft.typed : { ...draft.typed, [field]: draft.stored[field] } };
}

/** Everything typed that the database is not known to hold, conflicts included: what a page keeps for the next one. */
export function unsavedOf({ typed, base }: FieldDraft): FieldEdits {
  const unsaved: Partial<Record<RowField, { from: string; to: string }>> = {};
  for (const field of rowFields) {
    if (typed[field] !== base[field]) unsaved[field] = { from: base[field], to: typed[field] };
  }
  return unsaved;
}

/** Takes up what was kept: as if it had just been typed over what stood there then. What somebody else wrote meanwhile is a conflict. */
export function resumeTyping(draft: FieldDraft, kept: FieldEdits): FieldDraft {
  const typed = { ...draft.typed };
  const base = { ...draft.base };
  for (const field of rowFields) {
    const edit = kept[field];
    if (!edit || edit.to === draft.stored[field]) continue;
    typed[field] = edit.to;
    base[field] = edit.from;
  }
  return { ...draft, typed, base };
}
