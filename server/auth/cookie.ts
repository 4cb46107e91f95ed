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
