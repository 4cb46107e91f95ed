import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { assemblyStream, teamStream } from "~/app/domain/assembly/streams";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { castVote } from "~/server/commands/vote/cast-vote";
import { closeVote } from "~/server/commands/vote/close-vote";
import { openVote } from "~/server/commands/vote/open-vote";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { votePage } from "~/server/queries/vote/vote-page";
import { readChoices, voteForm } from "./form";

const orderOf = (params: { assemblyId?: string; voteId?: string }) => readAddress(params, "assemblyId", "voteId");

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const { assemblyId } = orderOf(params);
  const { [teamStream(assemblyId)]: team, ...everybody } = await versionsBefore(context.app, [
    assemblyStream(assemblyId),
    teamStream(assemblyId),
  ]);
  const page = await votePage(context, orderOf(params));
  if (!page.ok) return refusedPage(page.refusal, request, locale);
  // Whoever runs the vote hears that voices come in; whoever votes hears of its opening and its end.
  const heard = page.value.mayRun ? { ...everybody, [teamStream(assemblyId)]: team ?? 0 } : everybody;
  return { ...page.value, heard, title: inLocale(page.value.title, locale), id: orderOf(params).voteId };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(voteForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, intent, ...fields } = read.value;
  const order = orderOf(params);
  const result =
    intent === "open"
      ? await openVote(context, commandId, order)
      : intent === "close"
        ? await closeVote(context, commandId, order)
        : await castVote(context, commandId, { ...order, choices: readChoices(fields) });
  if (!result.ok) return refusedForm(form, result.refusal);
  const done = intent === "cast" ? "vote-cast" : intent === "open" ? "vote-opened" : "vote-closed";
  return redirect(`/${findLocale(request)}/assembly/${order.assemblyId}/vote/${order.voteId}?done=${done}`);
}
