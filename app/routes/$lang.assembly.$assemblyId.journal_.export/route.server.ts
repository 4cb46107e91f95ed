import type { LoaderFunctionArgs } from "@remix-run/node";
import { journalFilter, readJournalSearch } from "~/app/domain/assembly/journal-search";
import { csv } from "~/app/domain/kernel/csv";
import { toLocalDateTime } from "~/app/domain/kernel/local-date-time";
import { findLocale } from "~/app/i18n/find-locale";
import { findAddress } from "~/server/http/read-address";
import { refusedDownload } from "~/server/http/refused-download";
import { type JournalEntry, journalExport } from "~/server/queries/journal/journal-page";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";

/** The journal as a file, searched as on its page: CSV for a spreadsheet, JSON for a program. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const named = findAddress(params, "assemblyId");
  if (!named) return refusedDownload({ code: "not-found" }, request, locale);
  const address = new URL(request.url).searchParams;
  const asked = readJournalSearch(address);
  const frame = await assemblyFrame(context, named);
  if (!frame.ok) return refusedDownload(frame.refusal, request, locale);
  const found = await journalExport(context, journalFilter(asked, frame.value));
  if (!found.ok) return refusedDownload(found.refusal, request, locale);
  const { entries, slug, timeZone } = found.value;
  const json = address.get("format") === "json";
  const body = json
    ? JSON.stringify(entries.map(plain), null, 2)
    : csv([head, ...entries.map((entry) => row(entry, timeZone))]);
  return new Response(body, {
    headers: {
      "Content-Type": json ? "application/json; charset=utf-8" : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="journal-${slug}.${json ? "json" : "csv"}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

const head = ["at_utc", "at_local", "who", "action", "subject", "subject_id", "data"];

function row(entry: JournalEntry, timeZone: string): string[] {
  const { atMs, actorKind, actorName, action, subjectKind, subjectId, data } = entry;
  return [
    new Date(atMs).toISOString(),
    toLocalDateTime(atMs, timeZone).replace("T", " "),
    actorName ?? actorKind,
    action,
    subjectKind,
    subjectId ?? "",
    JSON.stringify(data),
  ];
}

function plain({ atMs, ...entry }: JournalEntry) {
  return { at: new Date(atMs).toISOString(), ...entry };
}
