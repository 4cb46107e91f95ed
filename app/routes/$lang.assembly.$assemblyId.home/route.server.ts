import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { home } from "~/server/queries/member/home";

export type { Expected } from "~/server/queries/member/expected";
export type { Home } from "~/server/queries/member/home";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await home(context, { assemblyId: (params.assemblyId ?? "") as AssemblyId });
  return found.ok ? found.value : refusedPage(found.refusal, request, findLocale(request));
}
