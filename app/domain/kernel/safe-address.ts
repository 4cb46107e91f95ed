/** Signs that turn the reading order round (UAX #9): an address would be read as another. */
const misleads = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/**
 * Whether a link may lead there: https, http (with nothing before the host, which would be read as the host) or mailto; nothing a browser
 * would run.
 */
export function isSafeAddress(href: string): boolean {
  return /^(https?:\/\/[^\s/?#@]+([/?#]\S*)?|mailto:[^\s@]+@\S*)$/i.test(href) && !misleads.test(href);
}
