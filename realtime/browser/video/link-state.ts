import type { Grant } from "./fetch-grant";
import type { VideoPlace, VideoState } from "./video-room";

export type OpenGrant = Extract<Grant, { video: "on" }>;

/** How a room that was entered is reached: `renewing` while LiveKit looks for the way back, `silent` when nothing comes through any more. */
export type Line = "up" | "renewing" | "silent";

/** What is told of a line: by LiveKit (`renewing`, `renewed`), and by what comes in (`silent`, `heard`). */
export type LineNews = "renewing" | "renewed" | "silent" | "heard";

/**
 * Where a page is on its way into the room of its place. A state says all that it stands on: there is no room without a place, no way in
 * without a grant, and nothing follows `closed`. `attempt` counts the tries in a row that failed.
 */
export type LinkState =
  | { readonly kind: "nowhere" | "closed" }
  | { readonly kind: "asking" | "waiting"; readonly place: VideoPlace; readonly attempt: number }
  | { readonly kind: "entering"; readonly place: VideoPlace; readonly attempt: number; readonly grant: OpenGrant }
  | { readonly kind: "inside"; readonly place: VideoPlace; readonly line: Line }
  | { readonly kind: "off"; readonly place: VideoPlace }
  | { readonly kind: "turned-away"; readonly place: VideoPlace; readonly why: "refused" | "elsewhere" };

export type LinkEvent =
  /** The person is somewhere else now; null: nowhere. */
  | { readonly kind: "go"; readonly place: VideoPlace | null }
  | { readonly kind: "granted"; readonly grant: Grant }
  /** The server could not be asked, or the room not be entered. */
  | { readonly kind: "failed" }
  | { readonly kind: "entered" }
  | { readonly kind: "line"; readonly news: LineNews }
  /** The room ended the connection; `elsewhere`: another window of this device took its place. */
  | { readonly kind: "put-out"; readonly elsewhere: boolean }
  | { readonly kind: "waited" }
  | { readonly kind: "try-again" }
  | { readonly kind: "close" };

export const nowhere: LinkState = { kind: "nowhere" };

/** What follows. An event that a state has no use for changes nothing: the same object is answered. */
export function stepLink(state: LinkState, event: LinkEvent): LinkState {
  if (state.kind === "closed") return state;
  switch (event.kind) {
    case "close":
      return { kind: "closed" };
    case "go":
      return go(state, event.place);
    case "granted":
      return state.kind === "asking" ? answered(state, event.grant) : state;
    case "failed":
      return state.kind === "asking" || state.kind === "entering" ? later(state, state.attempt + 1) : state;
    case "entered":
      return state.kind === "entering" ? { kind: "inside", place: state.place, line: "up" } : state;
    case "line":
      return state.kind === "inside" ? onLine(state, event.news) : state;
    case "put-out":
      return putOut(state, event.elsewhere);
    case "waited":
      return state.kind === "waiting" ? { ...state, kind: "asking" } : state;
    case "try-again":
      return state.kind === "turned-away" ? { kind: "asking", place: state.place, attempt: 0 } : state;
  }
}

function go(state: LinkState, place: VideoPlace | null): LinkState {
  if (place === null) return state.kind === "nowhere" ? state : nowhere;
  return samePlace(placeOf(state), place) ? state : { kind: "asking", place, attempt: 0 };
}

type Asking = Extract<LinkState, { kind: "asking" | "waiting" }>;

function answered({ place, attempt }: Asking, grant: Grant): LinkState {
  switch (grant.video) {
    case "off":
      return { kind: "off", place };
    case "refused":
      return { kind: "turned-away", place, why: "refused" };
    case "on":
      return { kind: "entering", place, attempt, grant };
  }
}

function later({ place }: { readonly place: VideoPlace }, attempt: number): LinkState {
  return { kind: "waiting", place, attempt };
}

type Inside = Extract<LinkState, { kind: "inside" }>;

function onLine(state: Inside, news: LineNews): LinkState {
  const line = lineAfter(state.line, news);
  return line === state.line ? state : { ...state, line };
}

/** While LiveKit looks for the way back it knows best: what comes in, or does not, says nothing new. */
function lineAfter(line: Line, news: LineNews): Line {
  switch (news) {
    case "renewing":
      return "renewing";
    case "renewed":
      return "up";
    case "silent":
      return line === "up" ? "silent" : line;
    case "heard":
      return line === "silent" ? "up" : line;
  }
}

function putOut(state: LinkState, elsewhere: boolean): LinkState {
  if (state.kind !== "inside" && state.kind !== "entering") return state;
  if (elsewhere) return { kind: "turned-away", place: state.place, why: "elsewhere" };
  return later(state, state.kind === "entering" ? state.attempt + 1 : 1);
}

export function placeOf(state: LinkState): VideoPlace | null {
  return "place" in state ? state.place : null;
}

export function samePlace(one: VideoPlace | null, other: VideoPlace | null): boolean {
  return placeKey(one) === placeKey(other);
}

/** One text for one place. */
export function placeKey(place: VideoPlace | null): string {
  if (place === null) return "";
  return place.kind === "group" ? `${place.sessionId}/${place.groupId}` : place.sessionId;
}

/** What the screen says of it. */
export function shownState(state: LinkState): VideoState {
  switch (state.kind) {
    case "nowhere":
    case "closed":
      return { kind: "idle" };
    case "asking":
    case "entering":
      return state.attempt === 0 ? { kind: "connecting" } : { kind: "reconnecting", sure: false };
    case "waiting":
      return { kind: "reconnecting", sure: false };
    case "inside":
      return state.line === "up" ? { kind: "live" } : { kind: "reconnecting", sure: state.line === "silent" };
    case "off":
      return { kind: "off" };
    case "turned-away":
      return { kind: "failed", why: state.why };
  }
}
