import type { IncomingMessage } from "node:http";

/**
 * Whether a mutation comes from our own pages: `Origin` equal to ours; without it, `Sec-Fetch-Site` same-origin or none. Browsers
 * that send neither are past their end. One rule for forms and sockets; an upgrade must carry its Origin.
 */
export function isOwnOrigin(
  request: Pick<IncomingMessage, "headers">,
  ownOrigins: readonly string[],
  upgrade = false,
): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return ownOrigins.includes(origin);
  if (upgrade) return false;
  const site = request.headers["sec-fetch-site"];
  return site === "same-origin" || site === "none";
}
