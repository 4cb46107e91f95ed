import {
  conflictsOf,
  editsOf,
  type FieldDraft,
  hearSaved,
  hearStored,
  openFields,
  resumeTyping,
  settleConflict,
  typeInto,
  unsavedOf,
} from "~/app/domain/drafting/field-draft";
import type { FieldEdits, RowField } from "~/app/domain/drafting/row-fields";
import type { DocumentStatus } from "~/realtime/browser/documents/shared-document";
import { browserPauses, type Pauses } from "~/realtime/browser/live/ask";
import type { Drawer } from "~/realtime/browser/unsent/drawer";
import { backoffMs } from "~/realtime/browser/video/backoff";
import { type FieldAnswer, readFields, saveFields, whyClosed } from "./field-request";
import { type KeptFields, keepFields, readKept, strandFields } from "./kept-fields";

/** After the last key; a pause in typing, not in thinking. */
const TYPING_PAUSE_MS = 500;
/** The first pause after a save that nothing answered is of two seconds. */
const FIRST_DOUBLINGS = 2;

export interface FieldSaverOptions {
  /** Where the fields are read and saved. */
  readonly url: string;
  readonly version: number;
  readonly texts: Readonly<Record<RowField, string>>;
  readonly newCommandId: () => string;
  readonly pauses?: Pauses;
  /** The text takes nothing any more: somebody locked it, or the right to write was lost. */
  readonly onClosed: () => void;
  /** Where what is typed is kept until it is saved, and what the page calls the text and its fields. */
  readonly kept?: (Pick<KeptFields, "title" | "labels"> & { readonly drawer: Drawer | null }) | undefined;
}

export interface FieldsView {
  readonly typed: Readonly<Record<RowField, string>>;
  readonly conflicts: readonly { readonly field: RowField; readonly theirs: string }[];
  readonly status: DocumentStatus;
}

/**
 * Saves short fields while they are typed, apart from React: one save at a time, and after a lost network again under the same command's id,
 * after pauses that grow. It works for as long as somebody listens: what is not saved when the last has gone lies in the drawer, whose
 * keeper sends it.
 */
export class FieldSaver {
  readonly #options: FieldSaverOptions;
  readonly #listeners = new Set<() => void>();
  #draft: FieldDraft;
  #reach: "online" | "offline" | "refused" = "online";
  #sending: Promise<void> | null = null;
  #callOff: () => void = () => undefined;
  /** The command whose answer is not known, and how often in a row nothing answered. */
  #asked: { readonly edits: string; readonly id: string } | null = null;
  #unanswered = 0;
  #view: FieldsView;
  #isRestored = false;

  constructor(options: FieldSaverOptions) {
    this.#options = options;
    this.#draft = openFields(options.version, options.texts);
    this.#view = this.#look();
  }

  readonly view = (): FieldsView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#restore();
    if (this.#isDirty) this.#later(0);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#leave();
    };
  };

  type(field: RowField, text: string): void {
    this.#become(typeInto(this.#draft, field, text));
    this.#later(TYPING_PAUSE_MS);
  }

  settle(field: RowField, keep: "mine" | "theirs"): void {
    this.#become(settleConflict(this.#draft, field, keep));
    this.#later(0);
  }

  /** Saves at once; false when something could not be saved now. */
  async flush(): Promise<boolean> {
    await this.#save();
    if (this.#isDirty) await this.#save();
    return this.#look().status === "saved";
  }

  /** Looks for what others wrote, when the page hears that somebody has. */
  async refresh(): Promise<void> {
    const answer = this.#reached(await readFields(this.#options.url));
    if (!answer) return;
    this.#hear(answer);
    if (this.#reach === "online" && this.#isDirty) this.#later(0);
  }

  get #isDirty(): boolean {
    return Object.keys(editsOf(this.#draft)).length > 0;
  }

  /** The page has gone: what is typed is saved at once, and no more is tried. */
  #leave(): void {
    this.#callOff();
    if (this.#isDirty && this.#reach === "online") void this.#save();
  }

  #later(ms: number): void {
    this.#callOff();
    if (this.#listeners.size > 0) this.#callOff = this.#pauses.after(ms, () => void this.#save());
  }

  #save(): Promise<void> {
    this.#callOff();
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
      if (this.#reach === "online" && this.#isDirty) this.#later(TYPING_PAUSE_MS);
    });
    return this.#sending;
  }

  async #send(): Promise<void> {
    const edits = editsOf(this.#draft);
    if (Object.keys(edits).length === 0) return;
    const { url } = this.#options;
    const answer = this.#reached(await saveFields(url, edits, this.#commandFor(edits)));
    if (!answer) {
      const doublings = FIRST_DOUBLINGS + this.#unanswered++;
      if (this.#reach === "offline") this.#later(backoffMs(doublings, this.#pauses.chance()));
      return;
    }
    this.#asked = null;
    this.#unanswered = 0;
    if (answer.refusal?.code === "changed-meanwhile") return this.refresh();
    if (answer.texts) this.#draft = hearSaved(this.#draft, edits);
    this.#hear(answer);
  }

  /** What was not answered may have been stored: the same edits are the same command. */
  #commandFor(edits: FieldEdits): string {
    const text = JSON.stringify(edits);
    if (this.#asked?.edits !== text) this.#asked = { edits: text, id: this.#options.newCommandId() };
    return this.#asked.id;
  }

  get #pauses(): Pauses {
    return this.#options.pauses ?? browserPauses;
  }

  #reached(answer: FieldAnswer | null): FieldAnswer | null {
    if (!answer) this.#reach = "offline";
    else if (this.#reach === "offline") this.#reach = "online";
    if (!answer) this.#show();
    return answer;
  }

  #hear(answer: FieldAnswer): void {
    const { version, texts } = answer;
    const closed = whyClosed(answer);
    if (version !== undefined && texts) this.#draft = hearStored(this.#draft, version, texts);
    if (closed !== null) this.#setAside(closed);
    const isNew = closed !== null && this.#reach !== "refused";
    this.#reach = closed === null ? "online" : "refused";
    this.#show();
    if (isNew) this.#options.onClosed();
  }

  /** What was typed cannot be saved: it lies apart, and the fields show what is stored. */
  #setAside(reason: string): void {
    const kept = this.#kept();
    if (kept) strandFields(kept.drawer, kept, reason);
    this.#draft = openFields(this.#draft.version, this.#draft.stored);
  }

  #become(draft: FieldDraft): void {
    this.#draft = draft;
    this.#show();
  }

  /** Takes up what an earlier page of this tab could not save. Once, and not before the page has shown what the server sent. */
  #restore(): void {
    if (this.#isRestored) return;
    this.#isRestored = true;
    const kept = readKept(this.#options.kept?.drawer);
    if (!kept) return;
    this.#become(resumeTyping(this.#draft, kept.edits));
    this.#later(0);
  }

  #kept(): (KeptFields & { readonly drawer: Drawer }) | null {
    const { kept, url } = this.#options;
    return kept?.drawer ? { ...kept, drawer: kept.drawer, url, edits: unsavedOf(this.#draft) } : null;
  }

  #remember(): void {
    const kept = this.#kept();
    if (kept) keepFields(kept.drawer, { url: kept.url, title: kept.title, labels: kept.labels, edits: kept.edits });
  }

  #look(): FieldsView {
    const { typed, stored } = this.#draft;
    const conflicts = conflictsOf(this.#draft).map((field) => ({ field, theirs: stored[field] }));
    const dirty = conflicts.length > 0 || Object.keys(editsOf(this.#draft)).length > 0;
    const status = this.#reach === "online" ? (dirty ? "saving" : "saved") : this.#reach;
    return { typed, conflicts, status };
  }

  #show(): void {
    if (this.#isRestored) this.#remember();
    this.#view = this.#look();
    for (const listener of [...this.#listeners]) listener();
  }
}
