import type { FormReply } from "~/app/domain/kernel/reply";

/** One field as it is saved now. `show` says a choice in words. */
export interface SavedField {
  readonly name: string;
  readonly label: string;
  readonly saved: string;
  readonly show?: (value: string) => string;
  /** Boxes under one name: `saved` names those that are ticked, with commas between. */
  readonly several?: boolean;
}

/** What becomes of a form when somebody else was faster. */
export interface Settled {
  /** What was typed; where nothing had been changed, what the other has saved. */
  readonly values: FormReply["values"];
  /** Fields that both have changed. */
  readonly differing: readonly SavedField[];
  /** Fields that only the other has changed. */
  readonly taken: readonly SavedField[];
}

/** A short mark of every field as it was when a form was filled; posted with it. */
export function marksOf(fields: readonly SavedField[]): string {
  return new URLSearchParams(fields.map(({ name, saved }) => [name, shortMark(plain(saved))])).toString();
}

/** Puts together, field by field, what is saved now and what was typed into a form that was filled from `marks`; null takes nothing over. */
export function settle(fields: readonly SavedField[], typed: FormReply["values"], marks: string | null): Settled {
  const before = marks === null ? null : new URLSearchParams(marks);
  const unlike = fields.filter(({ name, saved }) => plain(typed[name]) !== plain(saved));
  // What a form did not have when it was filled was empty there.
  const changed = (name: string, value: FormReply["values"][string] | undefined): boolean =>
    before === null || (before.get(name) ?? shortMark("")) !== shortMark(plain(value));
  const taken = unlike.filter(({ name }) => !changed(name, typed[name]));
  const differing = unlike.filter(({ name, saved }) => changed(name, typed[name]) && changed(name, saved));
  return { values: { ...typed, ...Object.fromEntries(taken.map(asPosted)) }, differing, taken };
}

/** As a form posts it: several ticks under one name are a list. */
function asPosted({ name, saved, several }: SavedField): [string, string | string[]] {
  return [name, several ? saved.split(",") : saved];
}

/** What stands in the fields of a form; files apart. */
export function typedIn(form: HTMLFormElement): FormReply["values"] {
  const values: Record<string, string | string[]> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== "string") continue;
    const before = values[name];
    values[name] = before === undefined ? value : [before, value].flat();
  }
  return values;
}

/** Browsers send line ends of their own. */
export function plain(typed: string | readonly string[] | undefined): string {
  return String(typed ?? "")
    .replaceAll("\r\n", "\n")
    .trim();
}

/** FNV-1a, 32 bits: tells whether a field was touched; nothing depends on its being hard to find another text with it. */
function shortMark(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
