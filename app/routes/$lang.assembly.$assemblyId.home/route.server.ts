import type { LoaderFunctionArgs } from "@remix-run/node";
import { assemblyStream } from "~/app/domain/assembly/streams";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { home } from "~/server/queries/member/home";

export type { Expected } from "~/server/queries/member/expected";
export type { Home } from "~/server/queries/member/home";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const heard = await versionsBefore(context.app, [assemblyStream(assemblyId)]);
  const found = await home(context, { assemblyId });
  return found.ok ? { ...found.value, heard } : refusedPage(found.refusal, request, findLocale(request));
}
