import { useT } from "~/app/i18n/use-t";

export interface QuotaChangesProps {
  readonly changes: readonly {
    readonly feature: string;
    readonly value: string;
    readonly bound: "min" | "max";
    readonly from: number;
    readonly to: number;
  }[];
}

/** Bounds that move, a sentence each. */
export function QuotaChanges({ changes }: QuotaChangesProps) {
  const t = useT("draw");
  return (
    <ul>
      {changes.map(({ feature, value, bound, from, to }) => (
        <li key={`${feature}:${value}:${bound}`}>
          {t(bound === "min" ? "trouble.changeMin" : "trouble.changeMax", { feature, value, from, to })}
        </li>
      ))}
    </ul>
  );
}
