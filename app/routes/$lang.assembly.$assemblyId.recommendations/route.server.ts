import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { assemblyStream } from "~/app/domain/assembly/streams";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { startRecommendation } from "~/server/commands/draft/start-recommendation";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import type { GroupName } from "~/server/queries/draft/group-names";
import { recommendationList } from "~/server/queries/draft/recommendation-list";
import { startChoices } from "~/server/queries/draft/start-choices";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { startForm } from "./form";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const { assemblyId } = readAddress(params, "assemblyId");
  const heard = await versionsBefore(context.app, [assemblyStream(assemblyId)]);
  const listed = await recommendationList(context, assemblyId);
  if (!listed.ok) return refusedPage(listed.refusal, request, locale);
  const named = <Group extends GroupName>(group: Group) => ({ ...group, session: inLocale(group.session, locale) });
  const choices = listed.value.mayStart ? await startChoices(context, assemblyId) : null;
  return {
    heard,
    recommendations: listed.value.recommendations.map((one) => ({ ...one, group: one.group && named(one.group) })),
    start: choices?.ok
      ? {
          groups: choices.value.groups.map(named),
          ideas: choices.value.ideas.map((idea) => ({ ...idea, group: idea.group && named(idea.group) })),
        }
      : null,
  };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const locale = findLocale(request);
  const form = await request.formData();
  const read = readForm(startForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const { commandId, groupId, ideaIds, title } = read.value;
  const result = await startRecommendation(context, commandId, {
    assemblyId,
    groupId: groupId === "" ? null : groupId,
    ideaIds,
    title,
    language: locale,
  });
  if (!result.ok) return refusedForm(form, result.refusal);
  return redirect(`/${locale}/assembly/${assemblyId}/recommendation/${result.value.recommendationId}`);
}
