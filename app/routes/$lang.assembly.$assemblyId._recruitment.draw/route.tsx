import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useMay } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { useRevalidateEvery } from "~/app/hooks/use-revalidate-every";
import { formatNumber } from "~/app/i18n/format-number";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { BeforeDraw } from "./before-draw";
import { DrawList } from "./draw-list";
import { DrawRunning } from "./draw-running";
import { DrawTroubleNotice } from "./draw-trouble-notice";
import { DrawnAgain } from "./drawn-again";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Draw" : "Tirage au sort") },
];

export default function DrawPage() {
  const t = useT("draw");
  const locale = useLocale();
  const page = useLoaderData<typeof loader>();
  const may = useMay();
  const { seats, people, running, draws, trouble, invited } = page;
  useRevalidateEvery(running ? 500 : null);
  return (
    <div className="stack-l">
      <PageTitle title={t("title")}>
        {t("lead", { seats: formatNumber(seats, locale), people: formatNumber(people, locale) })}
      </PageTitle>
      {trouble && <DrawTroubleNotice trouble={trouble} />}
      {running && <DrawRunning running={running} mayStop={may("draw.replace")} />}
      {!running && draws.length === 0 && <BeforeDraw page={page} />}
      {draws.length > 0 && <DrawList draws={draws} />}
      {!running && draws.length > 0 && !invited && may("draw.make") && <DrawnAgain />}
    </div>
  );
}
