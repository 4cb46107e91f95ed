import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { askingDevice, rememberChallenge, signDeviceIn } from "~/server/auth/sign-device-in";
import { acceptTeamLink } from "~/server/commands/team/accept-team-link";
import { readForm } from "~/server/http/read-form";
import { refusedForm, statusOf, unreadForm } from "~/server/http/reply";
import { teamLinkPage } from "~/server/queries/team/team-link-page";
import { acceptForm } from "./form";
import { SOMEONE_ELSE } from "./someone-else";

/** Shows what the link offers and changes nothing: mail scanners open links. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await teamLinkPage(context, { token: params.token ?? "" });
  const signedInAs = context.signedIn?.inPerson ? context.signedIn.name : null;
  if (!found.ok) return data({ offer: null, signedInAs, refusal: found.refusal }, { status: statusOf(found.refusal) });
  const { assemblyTitle, ...offer } = found.value;
  const title = inLocale(assemblyTitle, findLocale(request));
  const signIn = `?next=${encodeURIComponent(new URL(request.url).pathname)}`;
  return data({ offer: { ...offer, title, signIn }, signedInAs, refusal: null });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const locale = findLocale(request);
  const form = await request.formData();
  const read = readForm(acceptForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, personId, name, email } = read.value;
  const known = personId === undefined || personId === SOMEONE_ELSE ? null : personId;
  const accepted = await acceptTeamLink(context, commandId, {
    token: params.token ?? "",
    locale,
    newcomer: { personId: known, name: name || null, email: email || null },
    device: askingDevice(request, context),
  });
  if (!accepted.ok) return refusedForm(form, accepted.refusal);
  if (accepted.value.deviceId) signDeviceIn(context, accepted.value.deviceId);
  const there = `/${locale}/assembly/${accepted.value.assemblyId}`;
  const { challenge, toProve } = accepted.value;
  if (toProve === null) return redirect(there);
  if (challenge) rememberChallenge(context, { ...challenge, proof: null });
  return redirect(`/${locale}/address?next=${encodeURIComponent(there)}`);
}
