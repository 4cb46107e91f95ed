import { cookieName, type Jar } from "~/app/domain/kernel/cookie";
import { DEVICE_LIFE_MS } from "~/app/domain/people/device-life";
import { readCookie, setCookie } from "./cookie";

const name = "hemicycle_device";

/** The token in a Cookie header, if there is one. */
export function deviceToken(cookieHeader: string | undefined | null, jar: Jar): string | null {
  return tokenIn(cookieHeader, cookieName(name, jar));
}

/** Under https, the token of a cookie from before the names of now; it is taken from devices of that time only (see `who`). */
export function formerDeviceToken(cookieHeader: string | undefined | null, { secure }: Jar): string | null {
  return secure ? tokenIn(cookieHeader, name) : null;
}

function tokenIn(cookieHeader: string | undefined | null, wholeName: string): string | null {
  const value = readCookie(cookieHeader, wholeName);
  return value !== null && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
}

/** The Set-Cookie that signs a device in. */
export function deviceCookie(token: string, jar: Jar): string {
  return setCookie(cookieName(name, jar), { value: token, maxAgeS: DEVICE_LIFE_MS / 1000 }, jar);
}

/** The Set-Cookies that forget a device, under the name of before too. */
export function forgottenDeviceCookies(jar: Jar): readonly string[] {
  const names = new Set([cookieName(name, jar), name]);
  return [...names].map((each) => setCookie(each, { value: "", maxAgeS: 0 }, jar));
}

/** The Set-Cookie that forgets the name of before. */
export function forgottenFormerCookie(jar: Jar): string {
  return setCookie(name, { value: "", maxAgeS: 0 }, jar);
}
