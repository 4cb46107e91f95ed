import { type AssemblyId, type DocumentId, readId } from "../kernel/ids";

export type AssemblyStream = `assembly:${AssemblyId}`;
export type TeamStream = `team:${AssemblyId}`;
export type DocumentStream = `document:${DocumentId}`;

/** Everybody in an assembly; those who may read its journal; those who may read one text. */
export const assemblyStream = (assemblyId: AssemblyId): AssemblyStream => `assembly:${assemblyId}`;
export const teamStream = (assemblyId: AssemblyId): TeamStream => `team:${assemblyId}`;
export const documentStream = (documentId: DocumentId): DocumentStream => `document:${documentId}`;

/** A stream of which pages hear what happened, without a state of its own: they read themselves anew. */
export type PageStream =
  | { readonly kind: "assembly" | "team"; readonly assemblyId: AssemblyId }
  | { readonly kind: "document"; readonly documentId: DocumentId };

/** What a stream's key names; null for a text that is none of these. */
export function readPageStream(key: string): PageStream | null {
  const [, kind, id] = /^(assembly|team|document):(.*)$/.exec(key) ?? [];
  const [assemblyId, documentId] = [readId<"assembly">(id), readId<"document">(id)];
  if (kind === "document") return documentId && { kind, documentId };
  return (kind === "assembly" || kind === "team") && assemblyId ? { kind, assemblyId } : null;
}
