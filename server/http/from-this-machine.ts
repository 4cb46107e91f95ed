/**
 * Whether a page meant for this machine alone was asked for by a name of this machine (a foreign name that resolves to it, DNS
 * rebinding, is not one) or by the configured address.
 */
export function askedOnLoopback(request: Request, configured: string | null): boolean {
  const { hostname, host } = new URL(request.url);
  if (configured !== null && new URL(configured).host === host) return true;
  return /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}
