import { TextAreaField } from "~/app/components/field/text-area-field";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { Notice } from "~/app/components/notice/notice";
import type { LotteryFigures } from "~/app/domain/recruitment/draw-detail";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatNumber, formatPercent } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage } from "./draw-of-page";

/** The list of equally likely panels: how many, how different, its fingerprint, and what to do when it is too coarse. */
export function Lottery({ draw }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const locale = useLocale();
  const { lottery } = draw.record;
  if (!lottery) return null;
  const { size, distinctPanels, hash, proposedSize, place } = lottery;
  return (
    <section className="stack-4" aria-labelledby="lottery">
      <h2 id="lottery">{t("result.lottery")}</h2>
      <p className="max-w-measure">
        {t("result.lotteryText", {
          panels: formatNumber(size, locale),
          distinct: formatNumber(distinctPanels, locale),
        })}
      </p>
      <dl>
        <dt className="text-soft">{t("result.lotteryHash")}</dt>
        <dd className="tabular-nums break-all">{hash}</dd>
        {place !== undefined && (
          <>
            <dt className="text-soft">{t("result.place")}</dt>
            <dd>{t("result.placeText", { place: String(place).padStart(3, "0") })}</dd>
          </>
        )}
      </dl>
      {!draw.hasLottery && <p className="text-s text-soft">{t("result.lotteryGone")}</p>}
      {proposedSize > size && draw.record.equalised && !draw.stopped && <TooCoarse draw={draw} lottery={lottery} />}
    </section>
  );
}

function TooCoarse({ draw, lottery }: { readonly draw: DrawOfPage; readonly lottery: LotteryFigures }) {
  const t = useT("draw");
  const locale = useLocale();
  const path = useLocalePath();
  const { id } = useAssembly();
  const may = useMay()("draw.make") && draw.mayBeRepeated;
  const { size, loss, proposedSize } = lottery;
  const sizes = { panels: formatNumber(size, locale), proposed: formatNumber(proposedSize, locale) };
  return (
    <Notice tone="info">
      <p>{t("result.lotteryCoarse", { ...sizes, loss: formatPercent(loss, locale) })}</p>
      {may && (
        <ConfirmButton
          label={t("result.lotteryRedo", sizes)}
          title={t("again.title")}
          confirmLabel={t("again.confirm")}
          intent="draw"
          action={path(`/assembly/${id}/draw`)}
          hidden={{ algorithm: draw.algorithm, lottery: proposedSize }}
        >
          <p>{t("again.text")}</p>
          <TextAreaField
            name="reason"
            label={t("again.reason")}
            defaultValue={t("result.lotteryReason", sizes)}
            required
            maxLength={2000}
            rows={3}
          />
        </ConfirmButton>
      )}
    </Notice>
  );
}
