import type { ReactNode } from "react";
import { useId } from "react";

export interface TableProps {
  readonly caption: ReactNode;
  readonly hideCaption?: boolean;
  readonly head: readonly ReactNode[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Columns of figures: aligned at the end, tabular. */
  readonly numeric?: readonly number[];
  /** Rows become cards on a phone; else the table scrolls sideways. */
  readonly stack?: boolean;
  /** Shown instead of a table without rows. */
  readonly empty?: ReactNode;
}

/** What stands in a cell without content; on a phone, where rows are cards, such a line is left out. */
const NOTHING = "–";

export function Table({ caption, hideCaption, head, rows, numeric = [], stack = false, empty }: TableProps) {
  const captionId = useId();
  if (rows.length === 0 && empty) return <>{empty}</>;
  const kind = (column: number): string | undefined => (numeric.includes(column) ? "number" : undefined);
  const columns = head.map((title, at) => ({
    key: `c${at}`,
    title,
    kind: kind(at),
    text: typeof title === "string" ? title : "",
  }));
  return (
    // A region that scrolls must be reachable by keyboard.
    <section className="overflow-x-auto" aria-labelledby={captionId} tabIndex={stack ? undefined : 0}>
      <table className={stack ? "table stack-rows" : "table"}>
        <caption id={captionId} className={hideCaption ? "sr-only" : undefined}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) =>
              column.title ? (
                <th key={column.key} scope="col" className={column.kind}>
                  {column.title}
                </th>
              ) : (
                <td key={column.key} />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {columns.map((column, at) => (
                <td
                  key={column.key}
                  className={
                    [column.kind, row.cells[at] === NOTHING && "nothing"].filter(Boolean).join(" ") || undefined
                  }
                  data-label={at === 0 ? "" : column.text}
                >
                  {row.cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
