/**
 * Our cookies. Under https their names begin with `__Host-`: a browser then takes them from this very host over https only, for every
 * path, so that neither a neighbouring subdomain nor plain http can put one there (RFC 6265bis §4.1.3.2). Loopback http has plain names.
 */
export interface Jar {
  /** Whether the installation is reached over https. */
  readonly secure: boolean;
}

export const jarOf = ({ baseUrl }: { readonly baseUrl: string }): Jar => ({ secure: baseUrl.startsWith("https:") });

export function cookieName(name: string, { secure }: Jar): string {
  return secure ? `__Host-${name}` : name;
}

/** The value of a cookie by its whole name; the first, where there are several. */
export function readCookie(header: string | undefined | null, wholeName: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === wholeName) return part.slice(at + 1).trim();
  }
  return null;
}

/** A Set-Cookie that no script reads. An age of 0 forgets it. */
export function setCookie(
  wholeName: string,
  { value, maxAgeS }: { readonly value: string; readonly maxAgeS: number },
  { secure }: Jar,
): string {
  return `${wholeName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeS}${secure ? "; Secure" : ""}`;
}
