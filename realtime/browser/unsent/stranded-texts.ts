import { readRecord } from "../read-record";
import { type Drawer, drawerOf } from "./drawer";
import { readLine } from "./stranded-lines";
import type { WrittenLine } from "./written-lines";

/** What somebody wrote and could not be saved: its author sees it apart from the text itself, until they need it no more. */
export interface StrandedText {
  /** Where it was written, in the words of the page: "Notes of group 2". */
  readonly title: string;
  /** Why it could not be saved: a refusal's code, or the name of a close code. */
  readonly reason: string;
  /** Plain words, a line for each paragraph. */
  readonly lines: readonly WrittenLine[];
}

export interface StrandedEntry extends StrandedText {
  readonly name: string;
  /** The document or page that it was written into. */
  readonly place: string;
  /** Whether its author has been shown it unfolded. */
  readonly isSeen: boolean;
}

/** No document and no page is called so. */
export const STRANDED = "stranded";

const listeners = new Set<() => void>();

/** Tells when a text was stranded or thrown away on this page. */
export function onStranded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = (): void => {
  for (const listener of [...listeners]) listener();
};

/** Keeps a text for the owner of the drawer of the place where it was written. False where there are no words. */
export function strand(drawer: Drawer, text: StrandedText): boolean {
  if (text.lines.every((line) => line.words.trim() === "")) return false;
  const stranded = drawer.beside(STRANDED);
  const taken = new Set(stranded.names());
  let number = taken.size + 1;
  while (taken.has(String(number))) number += 1;
  stranded.put(String(number), JSON.stringify({ ...text, place: drawer.of.place, isSeen: false }));
  tell();
  return true;
}

/** The texts of one person that could not be saved, oldest first. */
export function strandedTexts(owner: string | undefined): readonly StrandedEntry[] {
  const drawer = drawerOf(owner, STRANDED);
  return drawer ? strandedIn(drawer) : [];
}

export function strandedIn(drawer: Drawer): readonly StrandedEntry[] {
  const stranded = drawer.beside(STRANDED);
  return stranded
    .names()
    .sort((one, other) => Number(one) - Number(other))
    .flatMap((name) => {
      const text = read(stranded.read(name));
      return text ? [{ ...text, name }] : [];
    });
}

/** Its author has them before their eyes. */
export function markStrandedSeen(owner: string | undefined, texts: readonly StrandedEntry[]): void {
  const drawer = drawerOf(owner, STRANDED);
  for (const { name, ...text } of texts) drawer?.put(name, JSON.stringify({ ...text, isSeen: true }));
  tell();
}

/** Its author needs it no more. */
export function forgetStranded(owner: string | undefined, name: string): void {
  drawerOf(owner, STRANDED)?.remove(name);
  tell();
}

function read(kept: string | null): Omit<StrandedEntry, "name"> | null {
  const { title, reason, lines, place, isSeen } = readRecord(kept);
  if (typeof title !== "string" || typeof reason !== "string" || !Array.isArray(lines)) return null;
  const where = typeof place === "string" ? place : "";
  return { title, reason, lines: lines.map(readLine), place: where, isSeen: isSeen === true };
}
