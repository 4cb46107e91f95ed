import type { LoaderFunctionArgs } from "@remix-run/node";
import { inLocale } from "~/app/domain/kernel/locale";
import { findLocale } from "~/app/i18n/find-locale";
import { translator } from "~/app/i18n/translate";
import { calendarFile } from "~/server/http/calendar-file";
import { findAddress } from "~/server/http/read-address";
import { refusedDownload } from "~/server/http/refused-download";
import { assemblyFrame } from "~/server/queries/prepare/assembly-frame";
import { calendar } from "~/server/queries/prepare/calendar";

/** The sessions as a file for one's own calendar. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const locale = findLocale(request);
  const named = findAddress(params, "assemblyId");
  if (!named) return refusedDownload({ code: "not-found" }, request, locale);
  const frame = await assemblyFrame(context, named);
  const found = await calendar(context, named);
  if (!frame.ok) return refusedDownload(frame.refusal, request, locale);
  if (!found.ok) return refusedDownload(found.refusal, request, locale);
  const t = translator(locale)("calendar");
  const url = `${context.app.baseUrl}/${locale}/assembly/${named.assemblyId}/home`;
  const events = found.value.sessions.map((session) => ({
    id: session.id,
    startsAt: new Date(session.startsAtMs),
    endsAt: new Date(session.endsAtMs),
    title: inLocale(session.title, locale),
    place: session.place === "online" ? t("place.online") : session.address,
    text: session.agenda.map((item) => `${item.minutes} min · ${inLocale(item.title, locale)}`).join("\n"),
    url,
  }));
  return new Response(calendarFile(inLocale(frame.value.title, locale), events, context.app.clock.now()), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${frame.value.slug}.ics"`,
      "Cache-Control": "private, no-store",
    },
  });
}
