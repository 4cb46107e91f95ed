import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { deviceChecks } from "~/server/queries/learn/device-checks";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const checks = await deviceChecks(context, { assemblyId: (params.assemblyId ?? "") as AssemblyId });
  return checks.ok ? { people: checks.value } : refusedPage(checks.refusal, request, findLocale(request));
}
