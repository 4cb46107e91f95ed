import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "~/app/i18n/use-t";

export interface CheckListItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly done: boolean;
  readonly to?: string | undefined;
  readonly note?: ReactNode;
  readonly minutes?: number | undefined;
}

/** What is expected of somebody: done or to do, with minutes. */
export function CheckList({ items }: { readonly items: readonly CheckListItem[] }) {
  const t = useT("frame");
  return (
    <ul className="max-w-none">
      {items.map(({ key, label, done, to, note, minutes }) => (
        <li key={key} className="line flex items-start gap-3 py-3">
          <span
            className={`mt-[0.1rem] grid size-[1.6rem] shrink-0 place-items-center rounded-full border-2 ${done ? "border-accent bg-accent text-accent-ink" : "border-edge"}`}
          >
            {done && <Check className="size-4 stroke-4" aria-hidden="true" />}
            <span className="sr-only">{done ? t("done") : t("toDo")}</span>
          </span>
          <span>
            {to !== undefined ? <Link to={to}>{label}</Link> : label}
            {note && <span className="text-soft text-s block">{note}</span>}
          </span>
          {minutes !== undefined && (
            <span className="ms-auto pt-[0.15rem] text-s whitespace-nowrap text-soft tabular-nums">
              {t("minutes", { count: minutes })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
