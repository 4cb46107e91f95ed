/** An address of the internet, taken apart: four numbers below 256, or eight below 65,536. */
export type IpAddress =
  | { readonly version: 4; readonly parts: readonly number[] }
  | { readonly version: 6; readonly parts: readonly number[] };

/** Reads an address as sockets and proxies write it (RFC 4291 §2.2); an IPv4 address mapped into IPv6 is IPv4. Undefined where it is none. */
export function readIpAddress(text: string): IpAddress | undefined {
  const bare = text.trim().toLowerCase().split("%", 1)[0] ?? "";
  const four = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/.exec(bare)?.[1];
  if (four !== undefined) {
    const parts = four.split(".").map(Number);
    return parts.every((part) => part < 256) ? { version: 4, parts } : undefined;
  }
  const parts = groupsOf(bare);
  return parts && (mappedFour(parts) ?? { version: 6, parts });
}

/** The IPv4 address in `::ffff:0:0/96` (RFC 4291 §2.5.5.2), where its four numbers are written as two groups. */
function mappedFour(groups: readonly number[]): IpAddress | undefined {
  const [high = 0, low = 0] = groups.slice(6);
  if (groups.slice(0, 5).some((group) => group !== 0) || groups[5] !== 0xffff) return undefined;
  return { version: 4, parts: [high >> 8, high & 255, low >> 8, low & 255] };
}

function groupsOf(text: string): number[] | undefined {
  const halves = text.split("::").map((half) => (half === "" ? [] : half.split(":")));
  const [head = [], tail] = halves;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (halves.length > 2 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const groups = [...head, ...Array<string>(missing).fill("0"), ...(tail ?? [])];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

/** The first groups of an IPv6 address, as they are written. */
export function firstGroups({ parts }: IpAddress, count: number): string {
  return parts
    .slice(0, count)
    .map((group) => group.toString(16))
    .join(":");
}
