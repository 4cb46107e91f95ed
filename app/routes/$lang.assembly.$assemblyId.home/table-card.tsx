import { Avatar } from "~/app/components/avatar/avatar";
import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { Home } from "./route.server";

const firstName = (name: string): string => name.split(" ")[0] ?? name;

/** The people of my table. */
export function TableCard({ table }: { readonly table: NonNullable<Home["table"]> }) {
  const t = useT("home");
  const locale = useLocale();
  const group = useT("group");
  const path = useLocalePath();
  const may = useMay();
  const { id } = useAssembly();
  const { sessionId, number, facilitator, mine, others } = table;
  const names = formatList(others.map(firstName), locale);
  return (
    <Card title={t(mine ? "table.led" : "table.title", { number })} dense>
      <p>
        {!mine && facilitator && t("table.facilitator", { name: firstName(facilitator) })}{" "}
        {others.length > 0 && t("table.with", { names })}
      </p>
      <div className="row" aria-hidden="true">
        {[...(mine || !facilitator ? [] : [facilitator]), ...others].map((name) => (
          <Avatar key={name} name={name} />
        ))}
      </div>
      {may("note.read") && (
        <p>
          <ButtonLink to={path(`/assembly/${id}/session/${sessionId}/notes`)}>{group("tables.again")}</ButtonLink>
        </p>
      )}
    </Card>
  );
}
