import type { LoaderFunctionArgs } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { learnPage } from "~/server/queries/learn/learn-page";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const page = await learnPage(context, readAddress(params, "assemblyId"));
  if (!page.ok) return refusedPage(page.refusal, request, locale);
  const { phases, ...rest } = page.value;
  return {
    ...rest,
    phases: phases.map(({ steps, ...phase }) => ({
      ...phase,
      steps: steps.map((step) => ({ ...step, title: inLocale(step.title, locale) })),
    })),
  };
}
