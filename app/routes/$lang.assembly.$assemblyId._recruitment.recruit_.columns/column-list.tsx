import { FieldRefusals, useFieldParts } from "~/app/components/field/field-shell";
import { type ColumnMeaning, columnMeanings } from "~/app/domain/recruitment/pool-columns";
import { useT } from "~/app/i18n/use-t";

export interface ColumnListProps {
  readonly columns: readonly {
    readonly header: string;
    readonly guess: ColumnMeaning;
    readonly examples: readonly string[];
  }[];
}

/** Each column of the file: its header, what stands in it, and what it is. */
export function ColumnList({ columns }: ColumnListProps) {
  const t = useT("recruit");
  return (
    <ul className="max-w-none border-t border-line">
      {columns.map(({ header, guess, examples }, at) => (
        <li
          key={header || `column-${at + 1}`}
          className="grid items-center gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,1fr)_16rem]"
        >
          <div className="min-w-0">
            <strong className="break-words">{header || `(${at + 1})`}</strong>
            <p className="text-s text-soft truncate">
              {examples.length > 0 ? examples.join(" · ") : t("columns.noExample")}
            </p>
          </div>
          <MeaningField at={at} header={header} guess={guess} />
        </li>
      ))}
    </ul>
  );
}

function MeaningField({ at, header, guess }: { at: number; header: string; guess: ColumnMeaning }) {
  const t = useT("recruit");
  const { state, attributes } = useFieldParts({ name: `meaning.${at}` });
  return (
    <div>
      <select
        {...attributes}
        className="field"
        aria-label={t("columns.meaningOf", { column: header || String(at + 1) })}
        defaultValue={state.typed?.[0] ?? (header === "" ? "ignore" : guess)}
      >
        {columnMeanings.map((meaning) => (
          <option key={meaning} value={meaning}>
            {t(`columns.meanings.${meaning}`)}
          </option>
        ))}
      </select>
      <FieldRefusals state={state} />
    </div>
  );
}
