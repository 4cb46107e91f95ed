import { firstGroups, readIpAddress } from "~/app/domain/people/ip-address";

/**
 * Where a request comes from, as limits count it: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one of those
 * has all of them (RFC 6177). `ip` is Express', which reads TRUST_PROXY.
 */
export function sourceOf(ip: string | undefined): string {
  const read = readIpAddress(ip ?? "");
  if (!read) return ip || "unknown";
  return read.version === 4 ? read.parts.join(".") : `${firstGroups(read, 4)}::/64`;
}
