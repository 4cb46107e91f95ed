import type { LoaderFunctionArgs } from "@remix-run/node";
import { journalFilter, readJournalSearch } from "~/app/domain/assembly/journal-search";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { journalPage } from "~/server/queries/journal/journal-page";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";

export type { JournalEntry } from "~/server/queries/journal/journal-page";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const { assemblyId } = readAddress(params, "assemblyId");
  const asked = readJournalSearch(new URL(request.url).searchParams);
  const frame = await assemblyFrame(context, { assemblyId });
  if (!frame.ok) return refusedPage(frame.refusal, request, locale);
  const found = await journalPage(context, { ...journalFilter(asked, frame.value), page: asked.page });
  return found.ok ? { ...found.value, asked } : refusedPage(found.refusal, request, locale);
}
