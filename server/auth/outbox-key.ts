import type { App } from "../context";
import { readCookie } from "./cookie";

/**
 * The outbox holds everybody's sign-in codes, and a proxy on the same machine can make any visitor look like its user. Who started the
 * server can read its terminal: the address printed there carries this key, and the browser that followed it remembers the key.
 */
export function outboxAddress({ baseUrl, secrets }: Pick<App, "baseUrl" | "secrets">): string {
  return `${baseUrl}/fr/outbox?key=${secrets.outboxKey()}`;
}

const name = "hemicycle_outbox";

export function holdsOutboxKey(cookieHeader: string | null, { secrets }: Pick<App, "secrets">): boolean {
  return isOutboxKey(readCookie(cookieHeader, name) ?? "", { secrets });
}

export function isOutboxKey(given: string, { secrets }: Pick<App, "secrets">): boolean {
  return secrets.same(given, secrets.outboxKey());
}

/** The Set-Cookie that remembers the key until the browser is closed. Plain http: the outbox exists on the loopback only. */
export function outboxCookie({ secrets }: Pick<App, "secrets">): string {
  return `${name}=${secrets.outboxKey()}; Path=/; HttpOnly; SameSite=Strict`;
}
