import { type Logger, pino } from "pino";

export type Log = Logger;

/**
 * Structured logs. What could name a person never gets in: requests are logged by route, without query, cookies or bodies,
 * and the fields below are cut wherever they appear.
 */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: [
        "email",
        "to",
        "token",
        "code",
        "cookie",
        "authorization",
        "*.email",
        "*.to",
        "*.token",
        "*.code",
        "*.cookie",
      ],
      censor: "[cut]",
    },
  });
}

/** A path fit for the log: tokens in links (20 characters of base64url and more) are cut. */
export function loggedPath(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  return path.replace(/(link|card|invitation|setup|team)\/[A-Za-z0-9_-]{8,}/g, "$1/[cut]");
}
