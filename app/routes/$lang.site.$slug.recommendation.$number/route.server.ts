import type { LoaderFunctionArgs } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { siteRecommendation } from "~/server/queries/site/site-booklet";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const found = await siteRecommendation(context.app, params.slug ?? "", Number(params.number));
  if (!found.ok) return refusedPage(found.refusal, request, locale);
  const { recommendation, count } = found.value;
  const answers = recommendation.answers.map((answer) => ({ ...answer, text: inLocale(answer.text, locale) }));
  return { ...recommendation, answers, count };
}
