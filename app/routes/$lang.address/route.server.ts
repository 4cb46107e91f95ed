import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { challengeMark, forgottenChallengeCookie } from "~/server/auth/challenge-cookie";
import { afterSignIn, handOn, rememberChallenge } from "~/server/auth/sign-device-in";
import { claimAddress } from "~/server/commands/auth/claim-address";
import { confirmAddress } from "~/server/commands/auth/confirm-address";
import type { RequestContext } from "~/server/context";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { myAddress } from "~/server/queries/auth/my-address";
import { addressForm } from "./form";

/** In the address of the page that says so. */
const CONFIRMED = "address-confirmed";

const challengeOf = ({ app }: RequestContext, request: Request) => challengeMark(request.headers.get("Cookie"), app);

export async function loader({ context, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const mine = await myAddress(context, challengeOf(context, request)?.challengeId ?? null);
  if (!mine.ok) return refusedPage(mine.refusal, request, locale);
  const then = afterSignIn(request, locale);
  const { email, waitsFor } = mine.value;
  if (email === null) return { step: waitsFor === null ? ("ask" as const) : ("code" as const), email: waitsFor, then };
  if (new URL(request.url).searchParams.get("done") !== CONFIRMED) throw redirect(then);
  return { step: "confirmed" as const, email, then };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const locale = findLocale(request);
  const form = await request.formData();
  const read = readForm(addressForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const asked = read.value;
  if (asked.intent === "ask") {
    const claimed = await claimAddress(context, asked.commandId, { email: asked.email, locale });
    if (!claimed.ok) return refusedForm(form, claimed.refusal);
    rememberChallenge(context, { ...claimed.value, proof: null });
    return redirect(`/${locale}/address${handOn(request)}`);
  }
  if (!context.signedIn) return refusedForm(form, { code: "sign-in-needed" });
  const { deviceId } = context.signedIn;
  const order = { challenge: challengeOf(context, request), code: asked.code, deviceId };
  const confirmed = await confirmAddress(context, asked.commandId, order);
  if (!confirmed.ok) return refusedForm(form, confirmed.refusal);
  context.setCookie(forgottenChallengeCookie(context.app));
  const then = handOn(request);
  return redirect(`/${locale}/address${then ? `${then}&` : "?"}done=${CONFIRMED}`);
}
