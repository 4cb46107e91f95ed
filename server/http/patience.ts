import type { ServerOptions } from "node:http";

/**
 * How long a sender may take. A request's head is a few kilobytes; a body of 12 MiB takes 100 s at a megabit a second. Whoever is slower
 * is answered 408 and let go, so that connections held open on purpose do not pile up.
 */
export const patience = {
  headersTimeout: 20_000,
  requestTimeout: 180_000,
  connectionsCheckingInterval: 5_000,
} as const satisfies ServerOptions;
