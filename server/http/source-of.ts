import { isIPv6 } from "node:net";

/**
 * Where a request comes from, as limits count it: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one of those
 * has all of them (RFC 6177). `ip` is Express', which reads TRUST_PROXY.
 */
export function sourceOf(ip: string | undefined): string {
  const bare = (ip ?? "").replace(/%.*$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(bare)) return bare || "unknown";
  const groups = (part: string | undefined): string[] => (part ? part.split(":") : []);
  const [before, after] = bare.split("::", 2);
  const [head, tail] = [groups(before), groups(after)];
  const zeros = after === undefined ? [] : Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0");
  const network = [...head, ...zeros, ...tail].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}
