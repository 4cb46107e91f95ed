import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { rolesIn } from "~/app/domain/assembly/actor";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { inviteToTeam } from "~/server/commands/team/invite-to-team";
import { removeFromTeam } from "~/server/commands/team/remove-from-team";
import { revokeTeamLink } from "~/server/commands/team/revoke-team-link";
import type { RequestContext } from "~/server/context";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { teamPage } from "~/server/queries/team/team-page";
import { type Invite, teamForm } from "./form";

export type { TeamPage } from "~/server/queries/team/team-page";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const page = await teamPage(context, readAddress(params, "assemblyId"));
  return page.ok ? page.value : refusedPage(page.refusal, request, findLocale(request));
}

/** What the page shows once after an invitation without an address: the link, for the organiser to hand over. */
export interface MadeLink {
  readonly done: "link-made";
  readonly name: string;
  readonly link: string;
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const form = await request.formData();
  const read = readForm(teamForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const here = `/${findLocale(request)}/assembly/${assemblyId}/team`;
  const asked = read.value;
  if (asked.intent === "invite") return invite(context, { assemblyId, asked, form, here });
  const done =
    asked.intent === "revoke"
      ? await revokeTeamLink(context, asked.commandId, { assemblyId, linkId: asked.form })
      : await removeFromTeam(context, asked.commandId, { assemblyId, participationId: asked.form });
  if (!done.ok) return refusedForm(form, done.refusal);
  // Whoever has just left their own role may not see this page any more.
  const own = rolesIn(context.actor, assemblyId).some(({ participationId }) => participationId === asked.form);
  if (asked.intent === "remove" && own) return redirect(`/${findLocale(request)}/home`);
  return redirect(`${here}?done=${asked.intent === "revoke" ? "link-revoked" : "role-removed"}`);
}

interface Invitation {
  readonly assemblyId: AssemblyId;
  readonly asked: Invite;
  readonly form: FormData;
  readonly here: string;
}

async function invite(context: RequestContext, { assemblyId, asked, form, here }: Invitation) {
  const { name, role, email, locale } = asked;
  const made = await inviteToTeam(context, asked.commandId, { assemblyId, role, name, email: email || null, locale });
  if (!made.ok) return refusedForm(form, made.refusal);
  if (made.value.mailed) return redirect(`${here}?done=invited-by-mail`);
  const { app } = context;
  const link = `${app.baseUrl}/${locale}/team-link/${app.secrets.linkToken("team", made.value.linkId)}`;
  return { done: "link-made", name, link } satisfies MadeLink;
}
