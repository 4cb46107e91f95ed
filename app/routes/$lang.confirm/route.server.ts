import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { z } from "zod";
import type { CommandId } from "~/app/domain/kernel/ids";
import type { FormReply } from "~/app/domain/kernel/reply";
import { ownPath } from "~/app/domain/people/own-path";
import { findLocale } from "~/app/i18n/find-locale";
import { challengeMark, forgottenChallengeCookie } from "~/server/auth/challenge-cookie";
import { afterSignIn, rememberChallenge } from "~/server/auth/sign-device-in";
import { askForCode } from "~/server/commands/auth/ask-for-code";
import { proveAgain } from "~/server/commands/auth/prove-again";
import type { RequestContext } from "~/server/context";
import { readForm, typedValues } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { ownAddress } from "~/server/queries/auth/own-address";
import { confirmForm } from "./form";

export async function loader({ context, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const { actor, signedIn } = context;
  if (!signedIn || actor.kind !== "person") return refusedPage({ code: "sign-in-needed" }, request, locale);
  const leadsTo = afterSignIn(request, locale);
  if (actor.device?.proven) throw redirect(leadsTo);
  return { email: await ownAddress(context), leadsTo };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const locale = findLocale(request);
  const form = await request.formData();
  const read = readForm(confirmForm, form);
  if (!read.ok) return unreadForm(read.reply);
  if (!context.signedIn) throw redirect(`/${locale}/sign-in`);
  const isProven = context.actor.kind === "person" && context.actor.device?.proven;
  if (isProven) return sendOn(read.value, locale);
  if (read.value["confirm-step"] === "ask") {
    return sendCode(context, { form, commandId: read.value.commandId, locale });
  }
  const challenge = challengeMark(request.headers.get("Cookie"), context.app);
  const code = read.value["confirm-code"] ?? "";
  const proven = await proveAgain(context, read.value.commandId, { challenge, code });
  if (!proven.ok) return refusedForm(form, { ...proven.refusal, field: "confirm-code" });
  context.setCookie(forgottenChallengeCookie(context.app));
  return sendOn(read.value, locale);
}

/** On to where the person was going. 307: the browser sends the same form on, as it was typed. */
function sendOn({ "confirm-then": wanted, "confirm-sends": sends }: z.output<typeof confirmForm>, locale: string) {
  const then = ownPath(wanted, "");
  if (then === "") return redirect(`/${locale}/home`);
  return redirect(then, sends === "form" ? 307 : 303);
}

interface ToSend {
  readonly form: FormData;
  readonly commandId: CommandId;
  readonly locale: "fr" | "en";
}

async function sendCode(context: RequestContext, { form, commandId, locale }: ToSend) {
  const email = await ownAddress(context);
  const values = { ...typedValues(form), "confirm-step": "code" };
  const reply: FormReply = { refusals: [], values };
  if (email === null) return data(reply, { status: 422 });
  const asked = await askForCode(context, commandId, { email, locale, next: null });
  if (!asked.ok) return refusedForm(form, { code: asked.refusal.code, data: asked.refusal.data ?? {} });
  rememberChallenge(context, { ...asked.value, proof: null });
  return data(reply, { status: 200 });
}
