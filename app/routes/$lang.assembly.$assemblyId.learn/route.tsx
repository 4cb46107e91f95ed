import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { CheckList } from "~/app/components/check-list/check-list";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { Meter } from "~/app/components/meter/meter";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDate } from "~/app/i18n/format-date";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [{ title: pageTitle(params.lang === "en" ? "Learn" : "Apprendre") }];

export default function Learn() {
  const t = useT("learn");
  const kinds = useT("phases");
  const locale = useLocale();
  const { id, timeZone } = useAssembly();
  const base = `${useLocalePath()("/assembly")}/${id}`;
  const { phases, progress } = useLoaderData<typeof loader>();
  const { done, total, minutesLeft } = progress;
  return (
    <div className="stack-8">
      <PageTitle title={t("title")}>{total > 0 && <Left count={total - done} minutes={minutesLeft} />}</PageTitle>
      {total > 0 && (
        <Meter label={t("progress")} value={done} max={total} valueText={t("progressValue", { done, total })} />
      )}
      {phases.length === 0 && <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      {phases.map((phase) => (
        <Card
          key={phase.id}
          title={kinds(phase.kind)}
          actions={
            phase.open && (
              <span className="text-soft text-s">
                {t("until", { date: formatDate({ atMs: phase.endsAtMs, locale, timeZone }) })}
              </span>
            )
          }
        >
          <CheckList
            items={phase.steps.map((step) => ({
              key: step.id,
              label: step.title,
              done: step.done,
              minutes: step.minutes,
              note: t(`is.${step.is}`),
              to: step.kind === "material" ? `${base}/learn/${step.id}` : `${base}/tasks/${step.id}`,
            }))}
          />
        </Card>
      ))}
      <Also base={base} />
    </div>
  );
}

function Left({ count, minutes }: { readonly count: number; readonly minutes: number }) {
  const t = useT("learn");
  return <>{count === 0 ? t("allDone") : t("left", { count, minutes })}</>;
}

function Also({ base }: { readonly base: string }) {
  const t = useT("learn");
  const may = useMay();
  return (
    <nav className="row" aria-label={t("also")}>
      {may("question.read") && <ButtonLink to={`${base}/questions`}>{t("toQuestions")}</ButtonLink>}
      <ButtonLink to={`${base}/device-check`}>{t("toDeviceCheck")}</ButtonLink>
    </nav>
  );
}
