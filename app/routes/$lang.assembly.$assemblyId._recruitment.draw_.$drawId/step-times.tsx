import { Disclosure } from "~/app/components/disclosure/disclosure";
import { Table } from "~/app/components/table/table";
import { drawSteps } from "~/app/domain/sortition/draw-control";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { DrawOfPage } from "./draw-of-page";

/** How long each step took. */
export function StepTimes({ draw: { counts } }: { readonly draw: DrawOfPage }) {
  const t = useT("draw");
  const locale = useLocale();
  if (!counts || counts.steps.length === 0) return null;
  const seconds = (ms: number): string =>
    t("result.seconds", { seconds: formatNumber(Math.round(ms / 10) / 100, locale) });
  const total = counts.steps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const rows = counts.steps.map(({ step, milliseconds }) => {
    const known = drawSteps.find((one) => one === step);
    return { key: step, cells: [known ? t(`running.steps.${known}`) : step, seconds(milliseconds)] };
  });
  const sum = { key: "total", cells: [<strong key="label">{t("result.total")}</strong>, seconds(total)] };
  return (
    <Disclosure summary={t("result.times")}>
      <Table
        caption={t("result.times")}
        hideCaption
        head={[t("result.step"), t("result.time")]}
        numeric={[1]}
        rows={[...rows, sum]}
      />
    </Disclosure>
  );
}
