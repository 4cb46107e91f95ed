import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { assemblyStream } from "~/app/domain/assembly/streams";
import { fromLocalDateTime } from "~/app/domain/kernel/local-date-time";
import { inLocale, type Localised } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { prepareVote } from "~/server/commands/vote/prepare-vote";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";
import { voteList } from "~/server/queries/vote/vote-list";
import { preparationForm } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const heard = await versionsBefore(context.app, [assemblyStream(readAddress(params, "assemblyId").assemblyId)]);
  const listed = await voteList(context, readAddress(params, "assemblyId").assemblyId);
  if (!listed.ok) return refusedPage(listed.refusal, request, locale);
  const { votes, ...rest } = listed.value;
  return { ...rest, heard, votes: votes.map((vote) => ({ ...vote, title: inLocale(vote.title, locale) })) };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const frame = await assemblyFrame(context, { assemblyId });
  const form = await request.formData();
  if (!frame.ok) return refusedForm(form, frame.refusal);
  const read = readForm(preparationForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, seen, threshold, quorumPercent } = read.value;
  const title = titleOf(read.value, frame.value.languages);
  if (!title.ok) return refusedForm(form, { code: "field-required", field: title.field });
  const closesAtMs = read.value.closesAt === "" ? null : fromLocalDateTime(read.value.closesAt, frame.value.timeZone);
  if (closesAtMs === undefined) return refusedForm(form, { code: "date-invalid", field: "closesAt" });
  const closesAt = closesAtMs === null ? null : new Date(closesAtMs);
  const order = { assemblyId, title: title.value, threshold, quorumPercent, closesAt, seen };
  const prepared = await prepareVote(context, commandId, order);
  if (!prepared.ok) return refusedForm(form, prepared.refusal);
  return redirect(`/${findLocale(request)}/assembly/${assemblyId}/vote/${prepared.value.voteId}`);
}

/** The title in every language of the assembly. */
function titleOf(
  typed: { "title-fr"?: string | undefined; "title-en"?: string | undefined },
  languages: readonly ("fr" | "en")[],
): { ok: true; value: Localised } | { ok: false; field: string } {
  const missing = languages.find((language) => !typed[`title-${language}`]);
  if (missing) return { ok: false, field: `title-${missing}` };
  return { ok: true, value: Object.fromEntries(languages.map((language) => [language, typed[`title-${language}`]])) };
}
