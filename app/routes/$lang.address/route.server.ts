import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { challengeCookie, challengeMark, forgottenChallengeCookie } from "~/server/auth/challenge-cookie";
import { afterSignIn, handOn } from "~/server/auth/sign-device-in";
import { claimAddress } from "~/server/commands/auth/claim-address";
import { confirmAddress } from "~/server/commands/auth/confirm-address";
import type { RequestContext } from "~/server/context";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { myAddress } from "~/server/queries/auth/my-address";
import { addressForm } from "./form";

const challengeOf = (request: Request) => challengeMark(request.headers.get("Cookie"))?.challengeId ?? null;
const isSecure = ({ app }: RequestContext): boolean => app.baseUrl.startsWith("https:");

export async function loader({ context, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const mine = await myAddress(context, challengeOf(request));
  if (!mine.ok) return refusedPage(mine.refusal, request, locale);
  if (mine.value.email !== null) throw redirect(afterSignIn(request, locale));
  return { waitsFor: mine.value.waitsFor, later: afterSignIn(request, locale) };
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
    context.setCookie(challengeCookie({ challengeId: claimed.value.challengeId, proof: null }, isSecure(context)));
    return redirect(`/${locale}/address${handOn(request)}`);
  }
  if (!context.signedIn) return refusedForm(form, { code: "sign-in-needed" });
  const { deviceId } = context.signedIn;
  const order = { challengeId: challengeOf(request), code: asked.code, deviceId };
  const confirmed = await confirmAddress(context, asked.commandId, order);
  if (!confirmed.ok) return refusedForm(form, confirmed.refusal);
  context.setCookie(forgottenChallengeCookie(isSecure(context)));
  return redirect(afterSignIn(request, locale));
}
