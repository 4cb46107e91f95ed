import { useLocale } from "~/app/hooks/use-locale";
import { useNow } from "~/app/hooks/use-now";
import { formatClock } from "~/app/i18n/format-date";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { GroupState } from "../../domain/deliberation/live-state";
import { Meter } from "../meter/meter";
import { Tag } from "../tag/tag";
import { aroundTable, speakingTimes, type TableRights, tableName } from "./group-roles";
import { useLive } from "./live-context";
import { LiveButton } from "./live-form";

const TICK_MS = 5000;

/** Who spoke how long, and who has not spoken; the facilitator and the team only. */
export function Cockpit({ group, rights }: { readonly group: GroupState; readonly rights: TableRights }) {
  const t = useT("group");
  const locale = useLocale();
  const now = useNow(TICK_MS);
  const { state, presence } = useLive();
  const { seated, all } = aroundTable(state.session, group.groupId);
  const times = speakingTimes(group.floor, seated, now);
  const longestMs = Math.max(1, ...times.map(({ speakingTimeMs }) => speakingTimeMs));
  const silent = times.filter(({ turns, attendee }) => turns === 0 && presence.has(attendee.participationId));
  return (
    <section className="stack-2 text-s" aria-labelledby="cockpit-title">
      <div>
        <h2 id="cockpit-title">{t("cockpit.title")}</h2>
        <p className="text-soft text-s">{t("cockpit.private")}</p>
      </div>
      {silent.length > 0 && silent.length < times.length && (
        <p className="rounded-s bg-glow px-4 py-3 text-glow-ink">
          <strong>
            {t("cockpit.silent", {
              count: silent.length,
              names: formatList(
                silent.map(({ attendee }) => tableName(attendee, all)),
                locale,
              ),
            })}
          </strong>{" "}
          {t("cockpit.silentHint", { count: silent.length })}
        </p>
      )}
      <ul className="max-w-none">
        {times.map(({ attendee, speakingTimeMs, turns }) => (
          <li key={attendee.participationId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
            <div className="min-w-0 flex-1 basis-36">
              <Meter
                value={speakingTimeMs}
                max={longestMs}
                label={tableName(attendee, all)}
                valueText={turns === 0 ? t("cockpit.notYet") : formatClock(speakingTimeMs)}
              />
            </div>
            {!presence.has(attendee.participationId) ? (
              <Tag tone="plain">{t("away")}</Tag>
            ) : (
              rights.leads &&
              group.floor.turn?.participationId !== attendee.participationId && (
                <LiveButton
                  command="give-turn"
                  input={{ groupId: group.groupId, participationId: attendee.participationId }}
                  tone="quiet"
                >
                  {t("cockpit.give")} <span className="sr-only">{t("cockpit.giveTo", { name: attendee.name })}</span>
                </LiveButton>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
