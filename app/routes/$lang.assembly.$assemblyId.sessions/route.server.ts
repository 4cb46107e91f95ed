import type { LoaderFunctionArgs } from "@remix-run/node";
import type { AssemblyId } from "~/app/domain/kernel/ids";
import { findLocale } from "~/app/i18n/find-locale";
import { refusedPage } from "~/server/http/reply";
import { calendar } from "~/server/queries/prepare/calendar";

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const found = await calendar(context, { assemblyId: (params.assemblyId ?? "") as AssemblyId });
  if (!found.ok) return refusedPage(found.refusal, request, findLocale(request));
  const { sessions, mayEdit } = found.value;
  return {
    mayEdit,
    sessions: sessions.map(({ id, title, startsAtMs, endsAtMs, place, address, state, agenda }) => ({
      ...{ id, title, startsAtMs, endsAtMs, place, address, state },
      points: agenda.length,
    })),
  };
}
