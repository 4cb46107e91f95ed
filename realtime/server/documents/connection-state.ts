/** What the browser at the other end may write, as it was told. */
export type Writing =
  | { readonly kind: "untold" }
  /** It reads only, for this reason: what it sends is dropped. */
  | { readonly kind: "refused"; readonly reason: string }
  /** It may write, and has not sent yet what we lacked: a mark that it asked for waits until it has. */
  | { readonly kind: "behind"; readonly mark: number | null }
  /** What it sends from now on builds on what we have. */
  | { readonly kind: "level" };

interface InRoom<Room, Admitted> {
  readonly room: Room;
  readonly admitted: Admitted;
  readonly writing: Writing;
  /** It was sent the document, and hears of every change since. */
  readonly hears: boolean;
  /** How often its rights were asked for since it is in, and which of the questions was answered last. */
  readonly asked: number;
  readonly answered: number;
}

/** Where one connection stands. */
export type ConnectionState<Room, Admitted> =
  /** Being let in: its frames wait. `doubted`: something changed, since it was last asked for, that may concern it. */
  | { readonly kind: "opening"; readonly waiting: readonly Uint8Array[]; readonly doubted: boolean }
  | ({ readonly kind: "open" } & InRoom<Room, Admitted>)
  /** Its device's time was over when a frame came: its frames wait until that was asked again. */
  | ({ readonly kind: "held"; readonly waiting: readonly Uint8Array[] } & InRoom<Room, Admitted>)
  /** Closed by us: what was under way from it is not taken any more. Gone: its wire broke, and what it sent counts. */
  | { readonly kind: "closed" }
  | { readonly kind: "gone"; readonly writing: Writing };

export type ConnectionEvent<Room, Admitted> =
  /** Something happened that may concern it. */
  | { readonly kind: "doubted" }
  /** Its rights are being asked for. */
  | { readonly kind: "asked" }
  | { readonly kind: "answered"; readonly turn: number; readonly admitted: Admitted }
  | { readonly kind: "entered"; readonly room: Room; readonly admitted: Admitted }
  /** A frame that must wait. */
  | { readonly kind: "frame"; readonly bytes: Uint8Array }
  | { readonly kind: "released" }
  /** It was told that it may write (null), or why not. */
  | { readonly kind: "told"; readonly reason: string | null }
  | { readonly kind: "sent-document" }
  | { readonly kind: "caught-up" }
  | { readonly kind: "asked-for-mark"; readonly mark: number }
  | { readonly kind: "closed" }
  | { readonly kind: "gone" };

export const openingConnection = { kind: "opening", waiting: [], doubted: false } as const;

/** What follows from an event. An event that means nothing where the connection stands changes nothing. */
export function afterConnectionEvent<Room, Admitted>(
  state: ConnectionState<Room, Admitted>,
  event: ConnectionEvent<Room, Admitted>,
): ConnectionState<Room, Admitted> {
  switch (state.kind) {
    case "opening":
      return whileOpening(state, event);
    case "open":
    case "held":
      return whileIn(state, event);
    case "gone":
      return event.kind === "closed" ? { kind: "closed" } : state;
    case "closed":
      return state;
  }
}

type States<Room, Admitted> = ConnectionState<Room, Admitted>;
type Of<Room, Admitted, Kind> = Extract<States<Room, Admitted>, { readonly kind: Kind }>;

function whileOpening<Room, Admitted>(
  state: Of<Room, Admitted, "opening">,
  event: ConnectionEvent<Room, Admitted>,
): States<Room, Admitted> {
  switch (event.kind) {
    case "doubted":
      return { ...state, doubted: true };
    case "asked":
      return { ...state, doubted: false };
    case "frame":
      return { ...state, waiting: [...state.waiting, event.bytes] };
    case "entered": {
      const { room, admitted } = event;
      const fresh = { writing: { kind: "untold" }, hears: false, asked: 0, answered: 0 } as const;
      return { kind: "held", waiting: state.waiting, room, admitted, ...fresh };
    }
    case "closed":
      return { kind: "closed" };
    case "gone":
      return { kind: "gone", writing: { kind: "untold" } };
    default:
      return state;
  }
}

function whileIn<Room, Admitted>(
  state: Of<Room, Admitted, "open" | "held">,
  event: ConnectionEvent<Room, Admitted>,
): States<Room, Admitted> {
  switch (event.kind) {
    case "asked":
      return { ...state, asked: state.asked + 1 };
    case "answered":
      // Who was asked later knows better, whichever answer comes first.
      return event.turn > state.answered ? { ...state, answered: event.turn, admitted: event.admitted } : state;
    case "frame":
      return {
        ...state,
        kind: "held",
        waiting: state.kind === "held" ? [...state.waiting, event.bytes] : [event.bytes],
      };
    case "released":
      return { ...inRoom(state), kind: "open" };
    case "sent-document":
      return { ...state, hears: true };
    case "told":
    case "caught-up":
    case "asked-for-mark":
      return { ...state, writing: afterWritingEvent(state.writing, event) };
    case "closed":
      return { kind: "closed" };
    case "gone":
      return { kind: "gone", writing: state.writing };
    default:
      return state;
  }
}

function inRoom<Room, Admitted>(state: InRoom<Room, Admitted>): InRoom<Room, Admitted> {
  const { room, admitted, writing, hears, asked, answered } = state;
  return { room, admitted, writing, hears, asked, answered };
}

type WritingEvent = Extract<ConnectionEvent<never, never>, { readonly kind: "told" | "caught-up" | "asked-for-mark" }>;

/** Whoever is told anything anew is behind again: what they sent meanwhile was dropped, or may be. */
export function afterWritingEvent(writing: Writing, event: WritingEvent): Writing {
  switch (event.kind) {
    case "told":
      return event.reason === null ? { kind: "behind", mark: null } : { kind: "refused", reason: event.reason };
    case "caught-up":
      return writing.kind === "behind" ? { kind: "level" } : writing;
    case "asked-for-mark":
      return writing.kind === "behind" ? { kind: "behind", mark: event.mark } : writing;
  }
}

export const mayWrite = ({ kind }: Writing): boolean => kind === "behind" || kind === "level";
