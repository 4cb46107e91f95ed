import type { DocumentStatus } from "./shared-document";

/** What the server said that may be done. */
export type Rights = { readonly may: true } | { readonly may: false; readonly reason: string };

/** Where a page stands with its shared text. */
export type PageState =
  /**
   * A connection is sought, or is not through yet: the rights and the text are still to come on it. `before`: the rights of the connection
   * before; null where there was none that came through.
   */
  | { readonly kind: "coming"; readonly isAgain: boolean; readonly before: Rights | null; readonly heard: Heard }
  /** The whole text is here, and what may be done is known. */
  | { readonly kind: "open"; readonly rights: Rights }
  /** Closed for good. */
  | { readonly kind: "refused"; readonly reason: string; readonly wasOpen: boolean };

/** What has come on a connection that is not through yet; once both have, the text is open. */
export type Heard =
  | { readonly kind: "nothing" }
  | { readonly kind: "rights"; readonly rights: Rights }
  | { readonly kind: "text" };

export type PageEvent =
  | { readonly kind: "rights"; readonly rights: Rights }
  /** The whole text has arrived. */
  | { readonly kind: "text" }
  /** The connection was lost, or closed in a way that lets one come back. */
  | { readonly kind: "lost" }
  | { readonly kind: "refused"; readonly reason: string };

const nothing: Heard = { kind: "nothing" };

export const pageAtFirst: PageState = { kind: "coming", isAgain: false, before: null, heard: nothing };

/** What follows from an event. A page that was refused stays so, whatever else arrives late. */
export function afterEvent(state: PageState, event: PageEvent): PageState {
  if (state.kind === "refused") return state;
  switch (event.kind) {
    case "lost":
      return { kind: "coming", isAgain: true, before: rightsBefore(state), heard: nothing };
    case "refused":
      return { kind: "refused", reason: event.reason, wasOpen: hasText(state) };
    case "rights":
      if (state.kind === "open" || state.heard.kind === "text") return { kind: "open", rights: event.rights };
      return { ...state, heard: { kind: "rights", rights: event.rights } };
    case "text":
      if (state.kind === "open") return state;
      if (state.heard.kind === "rights") return { kind: "open", rights: state.heard.rights };
      return { ...state, heard: { kind: "text" } };
  }
}

type Alive = Exclude<PageState, { kind: "refused" }>;

const rightsBefore = (state: Alive): Rights | null => (state.kind === "open" ? state.rights : state.before);

/** The last that was heard of them, on this connection or before. */
const rightsNow = (state: Alive): Rights | null =>
  state.kind === "coming" && state.heard.kind === "rights" ? state.heard.rights : rightsBefore(state);

/** Whether the whole text has arrived at least once: an editor can be shown. */
export function hasText(state: PageState): boolean {
  if (state.kind === "refused") return state.wasOpen;
  return state.kind === "open" || state.before !== null;
}

/** Whether anything typed now will be sent: to a connection that is open, or to the next one. */
export function mayType(state: PageState): boolean {
  if (state.kind === "refused") return false;
  return hasText(state) && rightsNow(state)?.may === true;
}

/** Whether the server takes what is typed, and is asked whether it is stored. */
export const isHeard = (state: PageState): boolean => state.kind === "open" && state.rights.may;

export function statusOf(state: PageState, isDirty: boolean): DocumentStatus {
  switch (state.kind) {
    case "coming":
      return state.isAgain ? "offline" : "connecting";
    case "open":
      if (!state.rights.may) return "read-only";
      return isDirty ? "saving" : "saved";
    case "refused":
      return "refused";
  }
}

/** Why nothing can be written; null where something can, or where it is not known yet. */
export function reasonOf(state: PageState): string | null {
  if (state.kind === "refused") return state.reason;
  const rights = rightsNow(state);
  return rights && !rights.may ? rights.reason : null;
}
