import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { desk } from "~/server/queries/desk/desk";

export type { Desk } from "~/server/queries/desk/desk";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await desk(context, readAddress(params, "assemblyId"));
  return found.ok ? found.value : refusedPage(found.refusal, request, findLocale(request));
}
