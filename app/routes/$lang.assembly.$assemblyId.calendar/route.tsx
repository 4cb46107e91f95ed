import type { MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { CalendarPlus, Plus } from "lucide-react";
import { ButtonLink } from "~/app/components/button/button-link";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { DoneNotice } from "~/app/components/form/done-notice";
import { afterClash } from "~/app/components/form/filled-from";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { Itinerary } from "./itinerary";
import { NewSession } from "./new-session";
import { NoLongerThere } from "./no-longer-there";
import type { loader } from "./route.server";
import { SessionCard } from "./session-card";
import { SessionEditor } from "./session-editor";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Calendar" : "Calendrier") },
];

export const shouldRevalidate = afterClash;

export default function CalendarPage() {
  const t = useT("calendar");
  const path = useLocalePath();
  const { id } = useAssembly();
  const [search] = useSearchParams();
  const { phases, sessions, version, mark, mayEdit } = useLoaderData<typeof loader>();
  const edited = mayEdit ? search.get("session") : null;
  const editable = sessions.find((session) => session.id === edited && session.state === "planned");
  const base = path(`/assembly/${id}/calendar`);
  return (
    <>
      <PageTitle
        title={t("title")}
        actions={
          <ButtonLink to={`${base}.ics`} reloadDocument download icon={<CalendarPlus aria-hidden="true" />}>
            {t("download")}
          </ButtonLink>
        }
      >
        {mayEdit ? t("textEdit") : t("text")}
      </PageTitle>
      <DoneNotice />
      <div className="stack-8">
        <NoLongerThere editable={editable} />
        <Itinerary phases={phases} version={version} mark={mark} mayEdit={mayEdit} />
        <section className="stack-4" aria-labelledby="sessions">
          <div className="row justify-between">
            <h2 id="sessions">{t("sessions.title")}</h2>
            {mayEdit && edited !== "new" && (
              <ButtonLink to="?session=new" icon={<Plus aria-hidden="true" />}>
                {t("sessions.add")}
              </ButtonLink>
            )}
          </div>
          {edited === "new" && <NewSession sessions={sessions} />}
          {sessions.length === 0 && <EmptyState title={t("sessions.none")}>{t("sessions.noneText")}</EmptyState>}
          {sessions.map((session) =>
            session === editable ? (
              <SessionEditor key={session.id} session={session} />
            ) : (
              <SessionCard key={session.id} session={session} mayEdit={mayEdit} />
            ),
          )}
        </section>
      </div>
    </>
  );
}
