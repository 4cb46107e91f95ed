import { firstGroups, readIpAddress } from "./ip-address";

/**
 * The network an address belongs to, as much of it as is kept: the first three numbers of IPv4 (/24), the first three groups of IPv6
 * (/48), "local" for this machine and private networks; null where it cannot be told. It says "at home" or "elsewhere", not who.
 */
export function networkOf(address: string | null | undefined): string | null {
  const read = readIpAddress(address ?? "");
  if (!read) return null;
  const { version, parts } = read;
  if (version === 4) return isOwnFour(parts) ? "local" : parts.slice(0, 3).join(".");
  return isOwnSix(parts) ? "local" : firstGroups(read, 3);
}

/** RFC 1918, loopback, link-local. */
function isOwnFour([first = -1, second = -1]: readonly number[]): boolean {
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second <= 31;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

/** Loopback, fc00::/7 and fe80::/10. */
function isOwnSix(groups: readonly number[]): boolean {
  const [first = 0] = groups;
  if (groups.every((group, at) => group === (at === 7 ? 1 : 0))) return true;
  return (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80;
}
