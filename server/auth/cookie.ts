import { parseCookie } from "cookie";
import type { Jar } from "~/app/domain/kernel/cookie";

export const jarOf = ({ baseUrl }: { readonly baseUrl: string }): Jar => ({ secure: baseUrl.startsWith("https:") });

interface Kept {
  readonly value: string;
  readonly maxAgeS: number;
}

/** A Set-Cookie that no script reads. An age of 0 forgets it. */
export function setCookie(wholeName: string, { value, maxAgeS }: Kept, { secure }: Jar): string {
  return `${wholeName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeS}${secure ? "; Secure" : ""}`;
}

/** The value of a cookie by its whole name; the first, where there are several. */
export function readCookie(header: string | undefined | null, wholeName: string): string | null {
  return parseCookie(header ?? "")[wholeName] ?? null;
}
