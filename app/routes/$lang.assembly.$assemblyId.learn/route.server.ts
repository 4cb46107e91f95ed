import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { learnPage } from "~/server/queries/learn/learn-page";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const page = await learnPage(context, { assemblyId: (params.assemblyId ?? "") as AssemblyId });
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
