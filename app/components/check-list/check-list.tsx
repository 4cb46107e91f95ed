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
    <ul className="plain check-list">
      {items.map(({ key, label, done, to, note, minutes }) => (
        <li key={key} className={done ? "check done" : "check"}>
          <span className="mark">
            {done && <Check aria-hidden="true" />}
            <span className="visually-hidden">{done ? t("done") : t("toDo")}</span>
          </span>
          <span>
            {to !== undefined ? <Link to={to}>{label}</Link> : label}
            {note && <span className="soft small block">{note}</span>}
          </span>
          {minutes !== undefined && <span className="minutes num">{t("minutes", { count: minutes })}</span>}
        </li>
      ))}
    </ul>
  );
}
