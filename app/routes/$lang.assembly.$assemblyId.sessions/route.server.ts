import type { LoaderFunctionArgs } from "@remix-run/node";
import { assemblyStream } from "~/app/domain/assembly/streams";
import { findLocale } from "~/app/i18n/find-locale";
import { readAddress } from "~/server/http/read-address";
import { refusedPage } from "~/server/http/reply";
import { versionsBefore } from "~/server/queries/live/versions-before";
import { calendar } from "~/server/queries/prepare/calendar";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { assemblyId } = readAddress(params, "assemblyId");
  const heard = await versionsBefore(context.app, [assemblyStream(assemblyId)]);
  const found = await calendar(context, { assemblyId });
  if (!found.ok) return refusedPage(found.refusal, request, findLocale(request));
  const { sessions, mayEdit } = found.value;
  return {
    mayEdit,
    heard,
    sessions: sessions.map(({ id, title, place, address, state, agenda, ...times }) => ({
      ...{ id, title, place, address, state },
      // A session that is over says when it was held, not when it was planned.
      startsAtMs: (state === "closed" ? times.startedAtMs : null) ?? times.startsAtMs,
      endsAtMs: times.closedAtMs ?? times.endsAtMs,
      points: agenda.length,
    })),
  };
}
