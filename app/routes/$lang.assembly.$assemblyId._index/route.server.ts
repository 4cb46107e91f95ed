import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Role } from "~/app/domain/assembly/role";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";

const deskRoles: readonly Role[] = ["organiser", "technical-assistant", "guarantor"];

/** Leads each person to the page that answers what they may do now. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const frame = await assemblyFrame(context, { assemblyId: (params.assemblyId ?? "") as AssemblyId });
  if (!frame.ok) return refusedPage(frame.refusal, request, locale);
  const atDesk = frame.value.roles.some(({ role }) => deskRoles.includes(role));
  return redirect(`/${locale}/assembly/${frame.value.id}/${atDesk ? "desk" : "home"}`);
}
