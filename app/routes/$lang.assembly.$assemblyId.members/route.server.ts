import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { signDeviceIn } from "~/server/auth/sign-device-in";
import { shownDeviceId } from "~/server/auth/who";
import { printCards } from "~/server/commands/auth/print-cards";
import { signedInAtDesk, signInAtDesk } from "~/server/commands/auth/sign-in-at-desk";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { memberList } from "~/server/queries/team/member-list";
import { membersForm } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const search = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, 80);
  const listed = await memberList(context, { ...readAddress(params, "assemblyId"), search });
  return listed.ok ? { ...listed.value, search } : refusedPage(listed.refusal, request, findLocale(request));
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const here = `/${findLocale(request)}/assembly/${assemblyId}`;
  const form = await request.formData();
  const read = readForm(membersForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const asked = read.value;
  if (asked.intent === "print") {
    const participationIds = asked.participation;
    const printed = await printCards(context, asked.commandId, { assemblyId, participationIds });
    if (!printed.ok) return refusedForm(form, printed.refusal);
    const only = participationIds.length > 40 ? "" : `?${participationIds.map((id) => `only=${id}`).join("&")}`;
    return redirect(`${here}/members/cards${only}`);
  }
  const handed = context.signedIn
    ? await signInAtDesk(context, asked.commandId, {
        assemblyId,
        participationId: asked.participation,
        deskDeviceId: context.signedIn.deviceId,
        userAgent: request.headers.get("User-Agent"),
        network: context.network,
      })
    : await signedInAtDesk(context, asked.commandId, await shownDeviceId(context.app, request.headers.get("Cookie")));
  if (!handed.ok) return refusedForm(form, handed.refusal);
  signDeviceIn(context, handed.value.deviceId);
  return redirect(here);
}
