/**
 * Our cookies. Under https their names begin with `__Host-`: a browser then takes them from this very host over https only, for every
 * path, so that neither a neighbouring subdomain nor plain http can put one there (RFC 6265bis §4.1.3.2). Loopback http has plain names.
 */
export interface Jar {
  /** Whether the installation is reached over https. */
  readonly secure: boolean;
}

export function cookieName(name: string, { secure }: Jar): string {
  return secure ? `__Host-${name}` : name;
}

const YEAR_S = 365 * 86_400;

/** What somebody may like otherwise about their pages. */
export type Preference = "lang" | "theme";

/**
 * The cookies to set so that how somebody likes their pages is kept, and nothing else: scripts write them too. "" forgets it. Under https
 * one that was set under the plain name, before there was another, is forgotten with it.
 */
export function preferenceCookies(name: Preference, value: string, jar: Jar): readonly string[] {
  const age = value === "" ? 0 : YEAR_S;
  const cookie = `${cookieName(name, jar)}=${value}; Path=/; Max-Age=${age}; SameSite=Lax`;
  return jar.secure ? [`${cookie}; Secure`, `${name}=; Path=/; Max-Age=0; SameSite=Lax`] : [cookie];
}
