import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { DoneNotice } from "~/app/components/form/done-notice";
import { afterClash } from "~/app/components/form/filled-from";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { PhaseCard } from "./phase-card";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const shouldRevalidate = afterClash;

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "What there is to learn" : "Ce qu'il y a à apprendre") },
];

export default function LearningDesk() {
  const t = useT("learn");
  const base = `${useLocalePath()("/assembly")}/${useAssembly().id}`;
  const { phases, members } = useLoaderData<typeof loader>();
  return (
    <div className="stack-8">
      <PageTitle
        title={t("desk.title")}
        actions={<ButtonLink to={`${base}/device-checks`}>{t("desk.deviceChecks")}</ButtonLink>}
      >
        {t("desk.text")}
      </PageTitle>
      <DoneNotice />
      {phases.length === 0 && (
        <EmptyState
          title={t("desk.noPhase")}
          action={<ButtonLink to={`${base}/calendar`}>{t("desk.toCalendar")}</ButtonLink>}
        >
          {t("desk.noPhaseText")}
        </EmptyState>
      )}
      {phases.map((phase) => (
        <PhaseCard key={phase.id} phase={phase} members={members} base={`${base}/learning-desk`} />
      ))}
    </div>
  );
}
