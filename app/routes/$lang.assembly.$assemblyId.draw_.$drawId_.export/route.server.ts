import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLocale } from "~/app/i18n/find-locale";
import { findAddress } from "~/server/http/read-address";
import { refusedDownload } from "~/server/http/refused-download";
import { drawCheckFile } from "~/server/queries/recruit/draw-check-file";
import { drawExport, drawTables } from "~/server/queries/recruit/draw-export";

/** A table of a draw as a file: `?table=selected`, `remaining`, or the lottery; `?table=check`: all of it as JSON, to be checked. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams.get("table");
  const table = drawTables.find((known) => known === asked) ?? "lottery";
  const named = findAddress(params, "assemblyId", "drawId");
  if (!named) return refusedDownload({ code: "not-found" }, request, findLocale(request));
  const isCheck = asked === "check";
  const found = isCheck ? await drawCheckFile(context, named) : await drawExport(context, { ...named, table });
  if (!found.ok) return refusedDownload(found.refusal, request, findLocale(request));
  const { fileName, pieces } = found.value;
  return new Response(streamOf(pieces), {
    headers: {
      "Content-Type": isCheck ? "application/json; charset=utf-8" : "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
