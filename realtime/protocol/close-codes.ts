/**
 * Why a shared document's connection was closed by the server. 44xx is final: the browser does not try again by itself;
 * after every other code it comes back and is authorised anew.
 */
export const documentClosed = {
  /** Rights changed: come back and be authorised anew. */
  rightsChanged: 4001,
  /** The update could not be stored; what was typed is still in the browser, which sends it again. */
  notStored: 4013,
  /** The person has too many pages open: come back later. */
  tooMany: 4029,
  signInNeeded: 4401,
  notPermitted: 4403,
  unknown: 4404,
  /** The page's Yjs client number is somebody else's: open the document anew, under another. */
  numberTaken: 4409,
  tooLarge: 4413,
  malformed: 4422,
} as const;

export type DocumentCloseReason = keyof typeof documentClosed;

/** Server restarts and clients that fell behind (RFC 6455 registry). */
export const serviceRestart = 1012;

/** Why the live connection was closed by the server, sent as the event `closing` just before. */
export type LiveClosing = "rights-changed" | "signed-out" | "restart";

/** The codes with which a live connection ends that is not let in; its page reads the reason as the message of a `connect_error`. */
export const liveTurnedAway = {
  "signed-out": documentClosed.signInNeeded,
  "too-many-connections": documentClosed.tooMany,
} as const;
