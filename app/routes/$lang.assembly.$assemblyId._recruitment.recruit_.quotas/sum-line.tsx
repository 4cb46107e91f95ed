import { Check, CircleAlert } from "lucide-react";
import { useT } from "~/app/i18n/use-t";

export interface SumLineProps {
  readonly bounds: readonly { readonly min: string; readonly max: string }[];
  readonly seats: number;
}

/** The sums of one feature against the seats; nothing while the feature is left free. */
export function SumLine({ bounds, seats }: SumLineProps) {
  const t = useT("recruit");
  if (bounds.every(({ min, max }) => min === "" && max === "")) return null;
  const sum = (side: "min" | "max"): number => bounds.reduce((total, one) => total + (Number(one[side]) || 0), 0);
  const [min, max] = [sum("min"), sum("max")];
  const fits = min <= seats && seats <= max;
  const key = min > seats ? "quotas.sumTooMany" : max < seats ? "quotas.sumTooFew" : "quotas.sumFits";
  return (
    <p
      className={`text-s tabular-nums mt-1 flex items-center gap-2 ${fits ? "text-ok" : "text-danger"}`}
      aria-live="polite"
    >
      {fits ? (
        <Check aria-hidden="true" className="size-5 shrink-0" />
      ) : (
        <CircleAlert aria-hidden="true" className="size-5 shrink-0" />
      )}
      <span>
        {t("quotas.sums")} {t(key, { min, max, seats })}
      </span>
    </p>
  );
}
