import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { DoneNotice } from "~/app/components/form/done-notice";
import { afterClash, useClash } from "~/app/components/form/filled-from";
import { RefusedNotice } from "~/app/components/form/refused-notice";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useListening } from "~/app/hooks/listening/page-listening";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { ImportProgress } from "./import-progress";
import { PoolSummary } from "./pool-summary";
import type { loader } from "./route.server";
import { UploadForm } from "./upload-form";
import { WaitingFile } from "./waiting-file";

export { action, loader } from "./route.server";

export const shouldRevalidate = afterClash;

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Volunteers" : "Volontaires") },
];

export default function RecruitPage() {
  const t = useT("recruit");
  const { pool, file, mark, importing, failed, drawn, undrawnDeleted, heard } = useLoaderData<typeof loader>();
  const mayImport = useMay()("pool.import");
  useListening({ read: heard, facts: ["pool-imported", "draw-ended"], moves: ["import"] });
  const open = mayImport && !drawn && !importing;
  // Somebody else was faster, and the form that would say so has gone with what it was about.
  const [sent, removed] = [useClash("upload"), useClash("discard")];
  const clash = (sent && !(open && !file)) || (removed && !(open && file));
  return (
    <div className="stack-8">
      <PageTitle title={t("pool.title")} actions={pool && !drawn && <ToQuotas />}>
        {t(drawn ? "pool.leadDrawn" : "pool.lead")}
      </PageTitle>
      <DoneNotice />
      {clash && (
        <Notice tone="warn" live>
          {t("pool.other")}
        </Notice>
      )}
      {importing && !clash && <RefusedNotice intents={["upload", "discard"]} />}
      {failed && <Notice tone="warn">{t("pool.failed")}</Notice>}
      {drawn && <Notice tone="info">{t(undrawnDeleted ? "pool.undrawnDeleted" : "pool.drawn")}</Notice>}
      {!mayImport && !drawn && <Notice tone="info">{t("pool.notNow")}</Notice>}
      {importing && <ImportProgress {...importing} />}
      {file && open && <WaitingFile {...file} mark={mark} />}
      {pool && <PoolSummary pool={pool} drawn={drawn} />}
      {open && !file && (
        <Card title={t(pool ? "pool.uploadAgain" : "pool.upload")}>
          <UploadForm first={!pool} mark={mark} />
        </Card>
      )}
    </div>
  );
}

function ToQuotas() {
  const t = useT("recruit");
  const path = useLocalePath();
  return (
    <ButtonLink tone="main" to={path(`/assembly/${useAssembly().id}/recruit/quotas`)}>
      {t("pool.toQuotas")}
    </ButtonLink>
  );
}
