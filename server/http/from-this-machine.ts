import type { IncomingMessage } from "node:http";
import { isLoopbackName } from "../config";

/** What proxies add to a request they pass on; no browser sends any of these. */
const forwarding =
  /^(forwarded|via|x-forwarded(-.*)?|x-original-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|fastly-client-ip|fly-client-ip)$/;

type Asking = Pick<IncomingMessage, "headers"> & { readonly socket: Pick<IncomingMessage["socket"], "remoteAddress"> };

/**
 * Whether a request comes from this machine, as far as a server can tell: over a connection of the loopback, by a name of the loopback
 * (a foreign name that resolves to it, DNS rebinding, is not one), and passed on by nobody. A proxy on this machine that says nothing of
 * itself cannot be told apart; what only this machine's user may read therefore asks for a key as well (`auth/outbox-key.ts`).
 */
export function isFromThisMachine({ headers, socket }: Asking): boolean {
  const { remoteAddress } = socket;
  if (remoteAddress === undefined || !isLoopbackName(remoteAddress)) return false;
  if (Object.keys(headers).some((name) => forwarding.test(name))) return false;
  return isLoopbackName((headers.host ?? "").replace(/:\d+$/, ""));
}
