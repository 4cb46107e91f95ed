import type { ReactNode } from "react";
import { groupEndsAtMs, minutesLonger } from "~/app/domain/deliberation/group-time";
import type { GroupState } from "~/app/domain/deliberation/live-state";
import { inLocale } from "~/app/domain/kernel/locale";
import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { Tag } from "../tag/tag";
import { Countdown } from "../time/countdown";
import { currentItem } from "./hall-scene";
import { useLive } from "./live-context";

export interface HallHeaderProps {
  /** Before the position in the agenda: "Groupe 3". */
  readonly place?: string;
  /** At a table: it may have more time than the others. */
  readonly group?: GroupState;
  readonly className?: string;
  /** Buttons beside the clock. */
  readonly children?: ReactNode;
}

/** What is on the agenda now, and the time left. */
export function HallHeader({ place, group, className = "", children }: HallHeaderProps) {
  const t = useT("live");
  const locale = useLocale();
  const { state, timeZone } = useLive();
  const { session } = state;
  const item = currentItem(session);
  const position = session.agenda.findIndex(({ itemId }) => itemId === session.currentItemId) + 1;
  const ends = group ? groupEndsAtMs(session, group) : session.itemEndsAtMs;
  const longer = group ? minutesLonger(session, group) : 0;
  const prompt = item ? inLocale(item.prompt, locale) : "";
  return (
    <header className={`hall-item max-sm:[&>span]:hidden ${className}`.trim()}>
      <div className="min-w-0 flex-1 basis-48">
        <p className="text-soft text-s">
          {place && `${place} · `}
          {item ? t("item.position", { position, total: session.agenda.length }) : inLocale(session.title, locale)}
        </p>
        <h1>{item ? inLocale(item.title, locale) : inLocale(session.title, locale)}</h1>
        {prompt && <p className="hall-prompt mt-1">{prompt}</p>}
      </div>
      {item && !place && <Tag>{t(`mode.${item.mode}`)}</Tag>}
      <div className="ms-auto flex flex-wrap items-center gap-x-4 gap-y-2">
        {ends !== null && (
          <div>
            <Countdown endsAtMs={ends} timeZone={timeZone} size="l" />
            {longer > 0 && <p className="text-soft text-s">{t("item.longer", { count: longer })}</p>}
          </div>
        )}
        {children}
      </div>
    </header>
  );
}
