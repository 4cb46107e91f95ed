import { ButtonLink } from "~/app/components/button/button-link";
import { Notice } from "~/app/components/notice/notice";
import { Table } from "~/app/components/table/table";
import type { CellProblem } from "~/app/domain/recruitment/check-pool";
import { useLocale } from "~/app/hooks/use-locale";
import { formatNumber } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";

export type ProblemLine = CellProblem;

export interface ProblemListProps {
  readonly problems: readonly ProblemLine[];
  /** All of them; the list may be shorter. */
  readonly count: number;
  readonly back: string;
}

/** Every bad cell with its line and its column, as a spreadsheet counts them. */
export function ProblemList({ problems, count, back }: ProblemListProps) {
  const t = useT("recruit");
  const locale = useLocale();
  const capped = t("columns.problemsCapped", {
    shown: formatNumber(problems.length, locale),
    count: formatNumber(count, locale) as unknown as number,
  });
  return (
    <section className="stack-4">
      <Notice tone="danger" title={t("columns.problems", { count })} live>
        <p>{t("columns.problemsText")}</p>
        <ButtonLink to={back}>{t("columns.newFile")}</ButtonLink>
      </Notice>
      <div className="max-h-[28rem] overflow-auto">
        <Table
          caption={count > problems.length ? capped : t("columns.problems", { count })}
          hideCaption={count <= problems.length}
          head={[t("columns.row"), t("columns.column"), t("columns.what")]}
          numeric={[0]}
          rows={problems.map(({ row, column, code, value, firstRow }, at) => ({
            key: `${row}:${column}:${code}:${at}`,
            cells: [row, column, t(`problem.${code}`, { value: value ?? "", firstRow: firstRow ?? 0 })],
          }))}
        />
      </div>
    </section>
  );
}
