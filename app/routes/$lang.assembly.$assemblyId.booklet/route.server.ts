import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { booklet } from "~/server/queries/draft/booklet";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const read = await booklet(context, readAddress(params, "assemblyId").assemblyId);
  if (!read.ok) return refusedPage(read.refusal, request, findLocale(request));
  return { entries: read.value };
}
