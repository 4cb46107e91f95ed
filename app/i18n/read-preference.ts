import { parseCookie } from "cookie";
import { cookieName, type Preference } from "../domain/kernel/cookie";

/** What a preference cookie says, under https or before it. */
export function readPreference(header: string | null, name: Preference): string | undefined {
  const cookies = parseCookie(header ?? "");
  return cookies[cookieName(name, { secure: true })] ?? cookies[name];
}
