import { DEVICE_LIFE_MS } from "~/app/domain/people/device-life";

const name = "hemicycle_device";

/** The token in a Cookie header, if there is one. */
export function deviceToken(cookieHeader: string | undefined | null): string | null {
  for (const part of (cookieHeader ?? "").split(";")) {
    const [key, value] = part.trim().split("=", 2);
    if (key === name && value && /^[A-Za-z0-9_-]{43}$/.test(value)) return value;
  }
  return null;
}

/** The Set-Cookie that signs a device in. `secure` is false only on plain http (loopback). */
export function deviceCookie(token: string, secure: boolean): string {
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${DEVICE_LIFE_MS / 1000}${secure ? "; Secure" : ""}`;
}

/** The Set-Cookie that forgets a device. */
export function forgottenDeviceCookie(secure: boolean): string {
  return `${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`;
}
