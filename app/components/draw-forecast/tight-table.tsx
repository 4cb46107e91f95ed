import { useChances } from "~/app/hooks/use-chances";
import { useT } from "~/app/i18n/use-t";
import { Notice } from "../notice/notice";
import { Table } from "../table/table";

const MOST_SHOWN = 12;
/** Chances that differ by less are equal to whoever reads them. */
const NEARLY = 0.99;

export interface TightTableProps {
  /** The smallest selection probability. */
  readonly minimum: number;
  /** What everybody would have without quotas. */
  readonly equal: number;
  /** Quotas that hold somebody back, the dearest first; `gain` is what one seat more would add to the smallest probability. */
  readonly prices: readonly {
    readonly feature: string;
    readonly value: string;
    readonly bound: "min" | "max";
    readonly seats: number;
    readonly gain: number;
  }[];
}

/** What one seat more room on each tight quota would do for whoever has the least chance. */
export function TightTable({ minimum, equal, prices }: TightTableProps) {
  const t = useT("draw");
  const chances = useChances();
  const isEqual = minimum > equal * NEARLY;
  const now = (
    <p className="max-w-measure">
      {t("tight.now", { chances: chances(minimum) })} {!isEqual && t("tight.equal", { chances: chances(equal) })}
    </p>
  );
  if (prices.length === 0) {
    return (
      <>
        <Notice tone={isEqual ? "done" : "info"} title={t(isEqual ? "tight.none" : "tight.together")}>
          <p>{t(isEqual ? "tight.noneText" : "tight.togetherText")}</p>
        </Notice>
        {now}
      </>
    );
  }
  const shown = prices.slice(0, MOST_SHOWN);
  const left = prices.length - shown.length;
  return (
    <>
      <p className="max-w-measure">{t("tight.lead")}</p>
      {now}
      <Table
        caption={t("tight.title")}
        hideCaption
        stack
        head={[t("tight.quota"), t("tight.change"), t("tight.after")]}
        rows={shown.map(({ feature, value, bound, seats, gain }) => ({
          key: `${feature}:${value}:${bound}`,
          cells: [
            <span key="quota">
              <strong>{value}</strong> <span className="text-soft">· {feature}</span>
            </span>,
            <Change key="change" bound={bound} seats={seats} />,
            <strong key="after" className="tabular-nums">
              {chances(minimum + gain)}
            </strong>,
          ],
        }))}
      />
      <p className="text-s text-soft">{left > 0 ? t("tight.more", { count: left }) : t("tight.rest")}</p>
    </>
  );
}

function Change({ bound, seats }: { readonly bound: "min" | "max"; readonly seats: number }) {
  const t = useT("draw");
  const key = bound === "min" ? "tight.fromMin" : "tight.fromMax";
  return (
    <span className="tabular-nums">
      <s className="text-soft">{t(key, { seats })}</s> → {t(key, { seats: bound === "min" ? seats - 1 : seats + 1 })}
    </span>
  );
}
