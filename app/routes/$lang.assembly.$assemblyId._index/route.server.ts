import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { worksAt } from "~/app/domain/assembly/workplace";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";

/** Leads each person to the page that answers what they may do now. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const frame = await assemblyFrame(context, readAddress(params, "assemblyId"));
  if (!frame.ok) return refusedPage(frame.refusal, request, locale);
  const atDesk = worksAt(frame.value.roles, ["desk"]);
  return redirect(`/${locale}/assembly/${frame.value.id}/${atDesk ? "desk" : "home"}`);
}
