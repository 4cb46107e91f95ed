import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { deviceChecks } from "~/server/queries/learn/device-checks";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const checks = await deviceChecks(context, readAddress(params, "assemblyId"));
  return checks.ok ? { people: checks.value } : refusedPage(checks.refusal, request, findLocale(request));
}
