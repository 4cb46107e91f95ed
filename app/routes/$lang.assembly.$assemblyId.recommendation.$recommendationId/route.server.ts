import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import type { Result } from "~/app/domain/kernel/result";
import { findLocale } from "~/app/i18n/find-locale";
import { addAuthor } from "~/server/commands/draft/add-author";
import { linkIdea } from "~/server/commands/draft/link-idea";
import { lockRecommendation } from "~/server/commands/draft/lock-recommendation";
import { unlockRecommendation } from "~/server/commands/draft/unlock-recommendation";
import type { RequestContext } from "~/server/context";
import { readAddress } from "~/server/http/read-address";
import { readForm } from "~/server/http/read-form";
import { refusedForm, refusedPage, unreadForm } from "~/server/http/reply";
import type { GroupName } from "~/server/queries/draft/group-names";
import { recommendationPage } from "~/server/queries/draft/recommendation-page";
import { versionsBeforeText } from "~/server/queries/live/versions-before";
import { recommendationForm } from "./form";

const orderOf = (params: { assemblyId?: string; recommendationId?: string }) =>
  readAddress(params, "assemblyId", "recommendationId");

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const heard = await versionsBeforeText(context.app, orderOf(params).recommendationId);
  const page = await recommendationPage(context, orderOf(params));
  if (!page.ok) return refusedPage(page.refusal, request, locale);
  const named = (group: GroupName | null) => group && { ...group, session: inLocale(group.session, locale) };
  const { ideas, otherIdeas, group, ...rest } = page.value;
  return {
    ...rest,
    heard,
    id: orderOf(params).recommendationId,
    group: named(group),
    ideas: ideas.map((idea) => ({ ...idea, group: named(idea.group) })),
    otherIdeas: otherIdeas.map((idea) => ({ ...idea, group: named(idea.group) })),
    myName: context.signedIn?.name ?? "",
  };
}

const done = {
  lock: "recommendation-locked",
  unlock: "recommendation-unlocked",
  "link-idea": "saved",
  "unlink-idea": "removed",
  "add-author": "saved",
} as const;

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(recommendationForm, form);
  if (!read.ok) return unreadForm(read.reply);
  const order = orderOf(params);
  const result = await obey(context, order, read.value);
  if (!result.ok) return refusedForm(form, result.refusal);
  const { intent } = read.value;
  if (intent !== "lock" && intent !== "unlock") return { done: done[intent] };
  const { assemblyId, recommendationId } = order;
  const page = `/${findLocale(request)}/assembly/${assemblyId}/recommendation/${recommendationId}`;
  return redirect(`${page}?done=${done[intent]}`);
}

type Asked = ReturnType<typeof recommendationForm.parse>;

function obey(context: RequestContext, order: ReturnType<typeof orderOf>, asked: Asked): Promise<Result<unknown>> {
  const { commandId } = asked;
  switch (asked.intent) {
    case "lock": {
      const { title, addressee, cost } = asked;
      return lockRecommendation(context, commandId, { ...order, seen: { title, addressee, cost } });
    }
    case "unlock":
      return unlockRecommendation(context, commandId, { ...order, reason: asked.reason });
    case "link-idea":
    case "unlink-idea": {
      const linked = asked.intent === "link-idea";
      return linkIdea(context, commandId, { ...order, ideaId: asked.ideaId, linked });
    }
    case "add-author":
      return addAuthor(context, commandId, {
        ...order,
        participationId: asked.participationId,
      });
  }
}
