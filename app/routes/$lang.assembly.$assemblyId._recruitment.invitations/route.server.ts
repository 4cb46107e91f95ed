import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { teamStream } from "~/app/domain/assembly/streams";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";
import { invitationsPage } from "~/server/queries/recruit/invitations-page";
import { carryOutOrder } from "./carry-out-order.server";
import { invitationsForm } from "./form";

export type { AlternatesView } from "~/server/queries/recruit/alternates-view";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const heard = await versionsBefore(context.app, [teamStream(assemblyId)]);
  const page = await invitationsPage(context, { assemblyId });
  if (!page.ok) return refusedPage(page.refusal, request, findLocale(request));
  const show = new URL(request.url).searchParams.get("show") ?? "all";
  return { ...page.value, heard, show, nowMs: context.app.clock.now().getTime() };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const form = await request.formData();
  const frame = await assemblyFrame(context, { assemblyId });
  if (!frame.ok) return refusedForm(form, frame.refusal);
  const read = readForm(invitationsForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { timeZone } = frame.value;
  const result = await carryOutOrder(context, read.value, { assemblyId, timeZone });
  if (!result.ok) return refusedForm(form, result.refusal);
  const { intent } = read.value;
  const done =
    intent === "send" || intent === "send-again"
      ? "sent"
      : intent === "replace" || intent === "alternates"
        ? ""
        : "saved";
  const search = new URLSearchParams(new URL(request.url).search);
  search.delete("done");
  if (done) search.set("done", done);
  return redirect(`/${findLocale(request)}/assembly/${assemblyId}/invitations?${search}`);
}
