import type { DeviceId } from "~/app/domain/kernel/ids";
import { ownPath } from "~/app/domain/people/own-path";
import type { RequestContext } from "../context";
import { type ChallengeMark, challengeCookie, forgottenChallengeCookie } from "./challenge-cookie";
import { jarOf } from "./cookie";
import { deviceCookie, forgottenDeviceCookies } from "./device-cookie";

type Answering = Pick<RequestContext, "app" | "setCookie">;

/** Hands the browser the token of a device that a command has just signed in. */
export function signDeviceIn(context: Answering, deviceId: DeviceId): void {
  const jar = jarOf(context.app);
  context.setCookie(deviceCookie(context.app.secrets.deviceToken(deviceId), jar));
  context.setCookie(forgottenChallengeCookie(context.app));
}

/** Makes the browser remember what it asked a code for. */
export function rememberChallenge(context: Answering, mark: ChallengeMark): void {
  context.setCookie(challengeCookie(mark, context.app));
}

/** Makes the browser forget its token. */
export function signDeviceOut(context: Answering): void {
  for (const cookie of forgottenDeviceCookies(jarOf(context.app))) context.setCookie(cookie);
}

/** What a sign-in command needs to know of the browser that asks. */
export function askingDevice(request: Request, { signedIn, network }: Pick<RequestContext, "signedIn" | "network">) {
  return {
    userAgent: request.headers.get("User-Agent"),
    replaces: signedIn && { deviceId: signedIn.deviceId, personId: signedIn.personId },
    network,
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
