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
    serializers: { err: safeError },
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

/** An error fit for the log: a failed query's message holds its parameters (addresses, tokens), so that its kind and place are kept only. */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const isQuery = "query" in error || "params" in error;
  return {
    type: error.name,
    message: isQuery ? "a query failed" : error.message,
    ...("code" in error && { errorCode: error.code }),
    ...(error.cause !== undefined && { cause: safeError(error.cause) }),
    stack: frames.join("\n"),
  };
}

/** A path fit for the log: tokens in links (20 characters of base64url and more) are cut. */
export function loggedPath(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  return path.replace(/(link|card|invitation|setup|team)\/[A-Za-z0-9_-]{8,}/g, "$1/[cut]");
}
