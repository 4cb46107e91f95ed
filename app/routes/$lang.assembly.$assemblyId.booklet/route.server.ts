import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { booklet } from "~/server/queries/draft/booklet";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const read = await booklet(context, (params.assemblyId ?? "") as AssemblyId);
  if (!read.ok) return refusedPage(read.refusal, request, findLocale(request));
  return { entries: read.value };
}
