import { shortFingerprint } from "~/app/domain/recruitment/fingerprint";
import { useChances } from "~/app/hooks/use-chances";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber, formatPercent } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import { Card } from "../card/card";
import { ConfirmButton } from "../form/confirm-button";
import { Meter } from "../meter/meter";
import { Notice } from "../notice/notice";
import { StoppedWhen, type StoppedWhenProps } from "./stopped-when";

export interface ProvenOfPage {
  readonly reached: number;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly leftOut: number;
  readonly isFair: boolean;
}

export interface KeptOfPage {
  readonly isWhole: boolean;
  readonly proven: ProvenOfPage | null;
  readonly size: number;
  readonly distinctPanels: number;
  readonly lotteryHash: string;
}

export interface KeptDrawProps {
  readonly runId: string;
  readonly kept: KeptOfPage;
  readonly stopped: StoppedWhenProps["stopped"];
  /** How it is drawn from; left out for those who may only read. */
  readonly use?: { readonly action?: string; readonly back?: string };
}

/** What a stopped draw had found: what is proven of it in words and as a bar, and the one button that draws with it. */
export function KeptDraw({ runId, kept, stopped, use }: KeptDrawProps) {
  const t = useT("draw");
  const locale = useLocale();
  const { isWhole, proven, size, distinctPanels, lotteryHash } = kept;
  const panels = { panels: formatNumber(size, locale), distinct: formatNumber(distinctPanels, locale) };
  return (
    <Card title={t(isWhole ? "kept.titleWhole" : "kept.title")}>
      <p className="max-w-measure">
        <StoppedWhen stopped={stopped} /> {t(isWhole ? "kept.whole" : "kept.nobody")}
      </p>
      <Proven proven={proven} />
      <p className="text-soft max-w-measure">
        {t("kept.panels", panels)} {t("kept.hash")}{" "}
        <strong className="tabular-nums whitespace-nowrap text-ink">{shortFingerprint(lotteryHash)}</strong>
      </p>
      {use && (isWhole || proven?.isFair) && <DrawWithIt runId={runId} kept={kept} use={use} />}
      {!isWhole && !proven?.isFair && <p className="max-w-measure">{t("kept.unfair")}</p>}
    </Card>
  );
}

/** How near to the best the list is, for whoever has the least chance. */
export function Proven({ proven }: { readonly proven: ProvenOfPage | null }) {
  const t = useT("draw");
  const locale = useLocale();
  const chances = useChances();
  if (!proven) return <p>{t("result.notEqual")}</p>;
  const { reached, bound, gap, leftOut } = proven;
  const share = bound ? formatPercent(Math.min(1, reached / bound), locale) : "";
  const said = (): string => {
    if (bound === null) return t("kept.noBound");
    if (leftOut > 0) return t("kept.boundOfAll", { bound: chances(bound) });
    return gap === 0 ? t("kept.best") : t("kept.bound", { bound: chances(bound), gap: chances(gap ?? 0) });
  };
  return (
    <>
      {leftOut > 0 && (
        <Notice tone="warn" title={t("kept.leftOut", { count: leftOut, people: formatNumber(leftOut, locale) })}>
          <p>{t("kept.leftOutText")}</p>
        </Notice>
      )}
      {bound !== null && reached > 0 && (
        <Meter value={reached} max={bound} label={t("kept.least")} valueText={t("kept.share", { share })} />
      )}
      <p className="max-w-measure">
        {leftOut === 0 && t("kept.reached", { chances: chances(reached) })} {said()}
      </p>
    </>
  );
}

type DrawWithItProps = Required<Pick<KeptDrawProps, "runId" | "kept" | "use">>;

function DrawWithIt({ runId, kept, use: { action, back } }: DrawWithItProps) {
  const t = useT("draw");
  return (
    <>
      <div>
        <ConfirmButton
          label={t("kept.use")}
          tone="main"
          title={t("kept.useTitle")}
          confirmLabel={t("kept.useConfirm")}
          intent="use-kept"
          hidden={{ runId, ...(back !== undefined && { back }) }}
          {...(action !== undefined && { action })}
        >
          <p>{t("kept.useText")}</p>
          {!kept.isWhole && <p>{t("kept.useSaid")}</p>}
        </ConfirmButton>
      </div>
      <p className="text-s text-soft">{t("kept.orAgain")}</p>
    </>
  );
}
