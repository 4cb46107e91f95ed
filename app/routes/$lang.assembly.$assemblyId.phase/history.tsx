import { Card } from "~/app/components/card/card";
import { When } from "~/app/components/time/when";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { PhasePage } from "./route.server";

/** Every change so far, the newest first; undone ones stay. */
export function History({ history }: Pick<PhasePage, "history">) {
  const t = useT("phase");
  const tPhases = useT("phases");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  return (
    <Card title={t("history.title")}>
      <ol className="max-w-none">
        {history.map(({ id, to, byName, atMs, reason, isUndo }) => (
          <li key={id} className="agenda-row">
            <span className="min-w-0 flex-1 basis-48 max-sm:basis-[calc(100%-6rem)]">
              {t(isUndo ? "history.undone" : "history.opened", {
                phases: formatList(
                  to.map((kind) => tPhases(kind)),
                  locale,
                ),
              })}
              {reason && <span className="text-soft text-s block">{t("history.reason", { reason })}</span>}
            </span>
            <span className="text-soft text-s">
              {byName} · <When at={atMs} timeZone={timeZone} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
