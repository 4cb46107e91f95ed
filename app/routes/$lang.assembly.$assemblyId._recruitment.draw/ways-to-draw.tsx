import { type FormEvent, useState } from "react";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { RadioCards } from "~/app/components/field/radio-cards";
import { lotterySizes, offeredAlgorithm } from "~/app/domain/recruitment/offered-algorithm";
import { drawAlgorithms } from "~/app/domain/sortition/draw-request";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";

/** What the draw will do with chances: the fairest unless another way is chosen, and then it says which. */
export function WaysToDraw() {
  const t = useT("draw");
  const locale = useLocale();
  const [chosen, setChosen] = useState<string>(offeredAlgorithm);
  const algorithm = drawAlgorithms.find((known) => known === chosen) ?? offeredAlgorithm;
  const follow = ({ target }: FormEvent<HTMLDivElement>) => {
    if (target instanceof HTMLInputElement && target.name === "algorithm") setChosen(target.value);
  };
  return (
    <>
      <p aria-live="polite">
        <noscript>{t("ways.unless")} </noscript>
        <strong>{t(`ways.names.${algorithm}`)}.</strong> {t(`ways.says.${algorithm}`)}
      </p>
      <Disclosure summary={t("ways.summary")}>
        {/* Choices tell what they are by bubbling: nothing here is pressed itself. */}
        <div className="stack-4" onChange={follow}>
          <RadioCards
            name="algorithm"
            label={t("ways.algorithm")}
            hint={t("ways.hint")}
            defaultValue={offeredAlgorithm}
            options={drawAlgorithms.map((value) => ({
              value,
              label: t(`ways.names.${value}`),
              hint: t(`ways.says.${value}`),
            }))}
          />
          <RadioCards
            name="lottery"
            label={t("ways.lottery")}
            hint={t("ways.lotteryHint")}
            defaultValue={String(lotterySizes[0])}
            inline
            options={lotterySizes.map((size) => ({
              value: String(size),
              label: t("ways.lotteryOption", { panels: formatNumber(size, locale) }),
            }))}
          />
        </div>
      </Disclosure>
    </>
  );
}
