import { backoffMs } from "../video/backoff";

/** A live connection that did not come about. */
export interface TurnedAway {
  /** Of the `connect_error`: the server's reason, or what the network said. */
  readonly message: string;
  /** How often in a row the page was turned away for having too many beside it, from 0. */
  readonly times: number;
  /** In [0, 1): spreads those who were turned away at once. */
  readonly chance: number;
}

export type AfterTurnedAway =
  /** For good: nobody is signed in on this device, or this site's page is too old. */
  | { readonly kind: "over"; readonly why: "signed-out" | "refused" }
  /** The person has too many pages open; Socket.IO leaves it to us to come back. */
  | { readonly kind: "crowded"; readonly afterMs: number }
  /** Not the server's word: Socket.IO tries again by itself. */
  | { readonly kind: "unreached" };

/** What a page does after a connection that did not come about, whatever it wanted it for. */
export function judgeTurnedAway({ message, times, chance }: TurnedAway): AfterTurnedAway {
  switch (message) {
    case "signed-out":
      return { kind: "over", why: "signed-out" };
    case "page-too-old":
      return { kind: "over", why: "refused" };
    case "too-many-connections":
      return { kind: "crowded", afterMs: backoffMs(times, chance) };
    default:
      return { kind: "unreached" };
  }
}
