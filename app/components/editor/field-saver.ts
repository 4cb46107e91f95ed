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
import { type FieldEdits, type RowField, rowFields } from "~/app/domain/drafting/row-fields";
import type { Drawer } from "~/app/hooks/document/drawer";
import type { DocumentStatus } from "~/app/hooks/document/shared-document";
import { readKept } from "./read-kept";

/** After the last key; a pause in typing, not in thinking. */
const TYPING_PAUSE_MS = 500;
const RETRY_MS = 2_000;
/** How often others' texts are looked for. */
const LOOK_MS = 4_000;

/** The one thing in the drawer of a page with short fields. */
const KEPT = "fields";

interface Answer {
  readonly version?: number;
  readonly state?: "draft" | "locked";
  readonly texts?: Readonly<Record<RowField, string>>;
  readonly refusal?: { readonly code: string };
}

export interface FieldSaverOptions {
  /** Where the fields are read and saved. */
  readonly url: string;
  readonly version: number;
  readonly texts: Readonly<Record<RowField, string>>;
  readonly newCommandId: () => string;
  /** Somebody locked the text. */
  readonly onLocked: () => void;
  /** Where what is typed is kept until it is saved. */
  readonly drawer?: Drawer | null;
}

export interface FieldsView {
  readonly typed: Readonly<Record<RowField, string>>;
  readonly conflicts: readonly { readonly field: RowField; readonly theirs: string }[];
  readonly status: DocumentStatus;
}

/** Saves short fields while they are typed, apart from React: one save at a time, again after a lost network. */
export class FieldSaver {
  readonly #options: FieldSaverOptions;
  readonly #listeners = new Set<() => void>();
  #draft: FieldDraft;
  #reach: "online" | "offline" | "refused" = "online";
  #sending: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;
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
    this.#looking ??= setInterval(() => void this.refresh(), LOOK_MS);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#looking);
      this.#looking = undefined;
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
    if (Object.keys(editsOf(this.#draft)).length > 0) await this.#save();
    return this.#look().status === "saved";
  }

  /** Looks for what others wrote. */
  async refresh(): Promise<void> {
    const answer = await this.#ask({ method: "GET" });
    if (!answer) return;
    this.#hear(answer);
    if (this.#reach === "online" && Object.keys(editsOf(this.#draft)).length > 0) this.#later(0);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  #save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
      if (this.#reach === "online" && Object.keys(editsOf(this.#draft)).length > 0) this.#later(TYPING_PAUSE_MS);
    });
    return this.#sending;
  }

  async #send(): Promise<void> {
    const edits = editsOf(this.#draft);
    if (Object.keys(edits).length === 0) return;
    const answer = await this.#ask({ method: "POST", body: bodyOf(edits, this.#options.newCommandId()) });
    if (!answer) {
      if (this.#reach === "offline") this.#later(RETRY_MS);
      return;
    }
    if (answer.refusal?.code === "changed-meanwhile") return this.refresh();
    if (answer.texts) this.#draft = hearSaved(this.#draft, edits);
    this.#hear(answer);
  }

  async #ask(request: RequestInit): Promise<Answer | null> {
    try {
      const response = await fetch(this.#options.url, { ...request, headers: { Accept: "application/json" } });
      if (response.status >= 500) throw new Error("not stored");
      const answer = (await response.json()) as Answer;
      this.#reach = "online";
      return answer;
    } catch {
      this.#reach = "offline";
      this.#show();
      return null;
    }
  }

  #hear({ version, texts, state, refusal }: Answer): void {
    if (refusal) this.#reach = "refused";
    if (version !== undefined && texts) this.#draft = hearStored(this.#draft, version, texts);
    this.#show();
    if (state === "locked" || refusal?.code === "document-locked") this.#options.drawer?.remove(KEPT);
    if (state === "locked" || refusal?.code === "document-locked") this.#options.onLocked();
  }

  #become(draft: FieldDraft): void {
    this.#draft = draft;
    this.#show();
  }

  /** Takes up what an earlier page of this tab could not save. Once, and not before the page has shown what the server sent. */
  #restore(): void {
    if (this.#isRestored) return;
    this.#isRestored = true;
    const kept = readKept(this.#options.drawer);
    if (Object.keys(kept).length === 0) return;
    this.#become(resumeTyping(this.#draft, kept));
    this.#later(0);
  }

  #remember(): void {
    const { drawer } = this.#options;
    const unsaved = unsavedOf(this.#draft);
    if (Object.keys(unsaved).length === 0) drawer?.remove(KEPT);
    else drawer?.put(KEPT, JSON.stringify(unsaved));
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

function bodyOf(edits: FieldEdits, commandId: string): FormData {
  const body = new FormData();
  body.set("commandId", commandId);
  for (const field of rowFields) {
    const edit = edits[field];
    if (!edit) continue;
    body.set(`${field}-from`, edit.from);
    body.set(`${field}-to`, edit.to);
  }
  return body;
}
