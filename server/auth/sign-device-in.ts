import type { DeviceId } from "~/app/domain/kernel/ids";
import { ownPath } from "~/app/domain/people/own-path";
import type { RequestContext } from "../context";
import { forgottenChallengeCookie } from "./challenge-cookie";
import { deviceCookie, forgottenDeviceCookie } from "./device-cookie";

type Answering = Pick<RequestContext, "app" | "setCookie">;

const isSecure = ({ app }: Answering): boolean => app.baseUrl.startsWith("https:");

/** Hands the browser the token of a device that a command has just signed in. */
export function signDeviceIn(context: Answering, deviceId: DeviceId): void {
  context.setCookie(deviceCookie(context.app.secrets.deviceToken(deviceId), isSecure(context)));
  context.setCookie(forgottenChallengeCookie(isSecure(context)));
}

/** Makes the browser forget its token. */
export function signDeviceOut(context: Answering): void {
  context.setCookie(forgottenDeviceCookie(isSecure(context)));
}

/** What a sign-in command needs to know of the browser that asks. */
export function askingDevice(request: Request, { signedIn }: Pick<RequestContext, "signedIn">) {
  return {
    userAgent: request.headers.get("User-Agent"),
    replaces: signedIn && { deviceId: signedIn.deviceId, personId: signedIn.personId },
  };
}

/** Where somebody wanted to go before they had to sign in; their home otherwise. Only paths of ours are followed. */
export function afterSignIn(request: Request, locale: string): string {
  return ownPath(new URL(request.url).searchParams.get("next"), `/${locale}/home`);
}

/** The same, to hand on to the next page of the sign-in: "?next=…", or nothing. */
export function handOn(request: Request): string {
  const wanted = ownPath(new URL(request.url).searchParams.get("next"), "");
  return wanted && `?next=${encodeURIComponent(wanted)}`;
}
