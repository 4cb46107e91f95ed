import type { IncomingMessage } from "node:http";
import type { App } from "../context";

/**
 * The host a request was sent to, as a URL spells it (in small letters, without a usual port): what a trusted proxy says it was, else the
 * Host header. Null when it is missing or no host at all.
 */
export function askedHost(
  { headers }: Pick<IncomingMessage, "headers">,
  { trustProxy, baseUrl }: { readonly trustProxy: number; readonly baseUrl: string },
): string | null {
  const forwarded =
    trustProxy > 0
      ? String(headers["x-forwarded-host"] ?? "")
          .split(",")[0]
          ?.trim()
      : undefined;
  const host = forwarded || headers.host || "";
  // A URL would take more than a host may hold: "name@host", "host/path".
  if (!/^[\w.\-:[\]]+$/.test(host)) return null;
  const url = `${new URL(baseUrl).protocol}//${host}`;
  return URL.canParse(url) ? new URL(url).host : null;
}

/**
 * Whether a form that comes from our own pages lost our name on its way: a proxy that does not pass Host. Remix compares the two
 * itself and would break.
 */
export function hostWasLost({ config, baseUrl }: Pick<App, "config" | "baseUrl">, host: string): boolean {
  return config.baseUrl !== null && host !== new URL(baseUrl).host;
}
