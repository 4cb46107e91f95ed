import path from "node:path";
import { z } from "zod";

const environment = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  BASE_URL: z.url().optional(),
  DATA_DIR: z.string().min(1).default("./data"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Hemicycle <hemicycle@localhost>"),
  TRUST_PROXY: z.coerce.number().int().min(0).max(8).default(0),
  LIVEKIT_URL: z.url({ protocol: /^(wss?|https?)$/ }).optional(),
  LIVEKIT_API_KEY: z.string().min(1).optional(),
  LIVEKIT_API_SECRET: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

export interface VideoConfig {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** The address people type, without a slash at the end; unset, it follows from the port. */
  readonly baseUrl: string | null;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** How many proxies stand before this server (Express' "trust proxy"). */
  readonly trustProxy: number;
  readonly video: VideoConfig | null;
  readonly logLevel: string;
}

/** A setting that makes a start impossible; `message` is one sentence for the person at the terminal. */
export class ConfigError extends Error {}

/** Whether a host name or address means this machine and no other, however it is written in a URL. */
export function isLoopbackName(name: string): boolean {
  return /^(localhost\.?|([\w-]+\.)+localhost|127(\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:(127(\.\d{1,3}){3}|7f[\da-f]{2}:[\da-f]{1,4})\]?)$/i.test(
    name,
  );
}

/** Reads the settings from the environment; throws a ConfigError that names every wrong one. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = environment.safeParse(filled);
  if (!read.success)
    throw new ConfigError(read.error.issues.map(({ path: at, message }) => `${at.join(".")}: ${message}`).join("; "));
  const e = read.data;
  assertMailsLeave(e);
  return {
    production: e.NODE_ENV === "production",
    port: e.PORT,
    host: e.HOST,
    baseUrl: e.BASE_URL?.replace(/\/+$/, "") ?? null,
    dataDir: path.resolve(e.DATA_DIR),
    databaseUrl: e.DATABASE_URL ?? null,
    smtpUrl: e.SMTP_URL ?? null,
    mailFrom: e.MAIL_FROM,
    trustProxy: e.TRUST_PROXY,
    video: videoOf(e),
    logLevel: e.LOG_LEVEL,
  };
}

/** Without a mail server everybody's sign-in codes lie in the outbox: such an installation is for its own machine alone. */
function assertMailsLeave({ SMTP_URL, HOST, BASE_URL }: z.infer<typeof environment>): void {
  if (SMTP_URL) return;
  if (!isLoopbackName(HOST)) {
    throw new ConfigError(
      `HOST=${HOST} would open this server to the network, but without SMTP_URL sign-in codes are shown on its outbox page. Set SMTP_URL, or leave HOST unset.`,
    );
  }
  if (BASE_URL && !isLoopbackName(new URL(BASE_URL).hostname)) {
    throw new ConfigError(
      `BASE_URL=${BASE_URL} is an address for others, but without SMTP_URL this server serves its own machine only, and no sign-in code would reach anybody. Set SMTP_URL, or leave BASE_URL unset.`,
    );
  }
}

function videoOf(e: z.infer<typeof environment>): VideoConfig | null {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: key, LIVEKIT_API_SECRET: secret } = e;
  if (!url && !key && !secret) return null;
  if (!url || !key || !secret)
    throw new ConfigError("LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET go together.");
  return { url, key, secret };
}
