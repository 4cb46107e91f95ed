import type { MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { DrawRunning } from "~/app/components/draw-running/draw-running";
import { DrawTrouble } from "~/app/components/draw-trouble/draw-trouble";
import { DoneNotice } from "~/app/components/form/done-notice";
import { RefusedNotice } from "~/app/components/form/refused-notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useListening } from "~/app/hooks/listening/page-listening";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { BeforeDraw } from "./before-draw";
import { DrawList } from "./draw-list";
import { DrawnAgain } from "./drawn-again";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Draw" : "Tirage au sort") },
];

/** A proposal that was refused is no longer there: the page is read again after a refusal too. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus !== undefined || defaultShouldRevalidate;

export default function DrawPage() {
  const t = useT("draw");
  const locale = useLocale();
  const path = useLocalePath();
  const { id } = useAssembly();
  const page = useLoaderData<typeof loader>();
  const may = useMay();
  const { seats, people, running, draws, trouble, invited } = page;
  useListening({
    read: page.heard,
    facts: ["draw-started", "draw-ended", "pool-imported"],
    moves: ["draw", "forecast"],
  });
  const mayRelax = may("quota.relax");
  const isOfSeats = trouble?.kind === "replacement" || trouble?.kind === "alternates";
  const back = isOfSeats ? "invitations" : "draw";
  const mayUse = may(isOfSeats ? "draw.replace" : "draw.make");
  const quotas = path(`/assembly/${id}/recruit/quotas`);
  return (
    <div className="stack-8">
      <PageTitle title={t("title")}>
        {t("lead", { seats: formatNumber(seats, locale), people: formatNumber(people, locale) })}
      </PageTitle>
      <DoneNotice />
      <RefusedNotice intents={["relax", "stop", "use-kept", "forecast"]} />
      {trouble && (
        <DrawTrouble
          trouble={trouble}
          {...(draws.length === 0 && { toQuotas: quotas })}
          {...(mayRelax && { relax: { back } })}
          {...(mayUse && { use: { back } })}
        />
      )}
      {running && <DrawRunning running={running} mayStop={may("draw.replace")} />}
      {!running && draws.length === 0 && <BeforeDraw page={page} />}
      {draws.length > 0 && <DrawList draws={draws} />}
      {!running && draws.length > 0 && !invited && may("draw.make") && <DrawnAgain />}
    </div>
  );
}
