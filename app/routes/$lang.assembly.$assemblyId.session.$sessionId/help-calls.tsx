import { Card } from "~/app/components/card/card";
import { useLive, useNameOf } from "~/app/components/live/live-context";
import { When } from "~/app/components/time/when";
import { useT } from "~/app/i18n/use-t";

/** The calls for help that are over, the last first; those under way stand on top of the page. */
export function HelpCalls() {
  const t = useT("live");
  const { state, timeZone } = useLive();
  const nameOf = useNameOf();
  const over = state.help.flatMap(({ callId, participationId, progress }) =>
    progress.kind === "closed" ? [{ callId, name: nameOf(participationId), atMs: progress.atMs }] : [],
  );
  const open = state.help.length - over.length;
  return (
    <Card title={t("console.help")}>
      <p className="text-soft">{open === 0 ? t("console.helpEmpty") : t("console.helpOnTop", { count: open })}</p>
      {over.length > 0 && (
        <ul className="max-w-none">
          {over.reverse().map(({ callId, name, atMs }) => (
            <li key={callId} className="line row justify-between py-3">
              <span>{name}</span>
              <span className="text-soft text-s">
                {t("console.helpOver")} <When at={atMs} timeZone={timeZone} as="time" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
