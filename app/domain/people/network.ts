/**
 * The network an address belongs to, as much of it as is kept: the first three numbers of IPv4 (/24), the first three groups of IPv6
 * (/48), "local" for this machine and private networks; null where it cannot be told. It says "at home" or "elsewhere", not who.
 */
export function networkOf(address: string | null | undefined): string | null {
  const text = (address ?? "").trim().toLowerCase().split("%", 1)[0] ?? "";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  if (mapped !== undefined || /^\d+\.\d+\.\d+\.\d+$/.test(text)) return networkOfFour(mapped ?? text);
  return text.includes(":") ? networkOfSix(text) : null;
}

function networkOfFour(text: string): string | null {
  const parts = text.split(".").map(Number);
  const [first = -1, second = -1, third = -1] = parts;
  if (parts.some((part) => part > 255)) return null;
  const own = first === 10 || first === 127 || (first === 172 && second >= 16 && second <= 31);
  if (own || (first === 192 && second === 168) || (first === 169 && second === 254)) return "local";
  return `${first}.${second}.${third}`;
}

function networkOfSix(text: string): string | null {
  if (!/^[0-9a-f:]+$/.test(text) || text.split("::").length > 2) return null;
  const [before = "", after] = text.split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after === undefined || after === "" ? [] : after.split(":");
  const missing = 8 - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => "0"), ...tail].map((group) =>
    Number.parseInt(group, 16),
  );
  if (groups.some((group) => !(group >= 0 && group <= 0xffff))) return null;
  const first = groups[0] ?? 0;
  const isLoopback = groups.every((group, at) => group === (at === 7 ? 1 : 0));
  if (isLoopback || (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80) return "local";
  return groups
    .slice(0, 3)
    .map((group) => group.toString(16))
    .join(":");
}
