import { type ReactNode, useState } from "react";
import { orderQueue, type Waiting } from "~/app/domain/deliberation/order-queue";
import { useNow } from "~/app/hooks/use-now";
import { formatClock } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import type { Floor, Turn } from "../../domain/deliberation/live-state";
import type { GroupId } from "../../domain/kernel/ids";
import { Avatar } from "../avatar/avatar";
import { Disclosure } from "../disclosure/disclosure";
import { Tag } from "../tag/tag";
import { useIsHeard, useIsLost } from "../video/video-context";
import { useLive, useNameOf } from "./live-context";
import { LiveButton } from "./live-form";

export interface SpeakingQueueProps {
  readonly floor: Floor;
  readonly groupId: GroupId | null;
  /** The person may give the floor here. */
  readonly gives: boolean;
}

/** Who speaks, who waits, and why in this order. */
export function SpeakingQueue({ floor, groupId, gives }: SpeakingQueueProps) {
  const t = useT("live");
  const waiting = orderQueue(floor);
  return (
    <section className="stack-2" aria-labelledby="queue-title">
      <h2 id="queue-title">{t("queue.title")}</h2>
      {floor.turn && <Speaking key={floor.turn.turnId} turn={floor.turn} gives={gives} />}
      {waiting.length === 0 ? (
        <p className="text-soft">{t("queue.empty")}</p>
      ) : (
        <ol className="max-w-none">
          {waiting.map((entry, at) => (
            <QueueLine key={entry.entryId} entry={entry} first={at === 0} groupId={groupId} gives={gives} />
          ))}
        </ol>
      )}
      <Disclosure summary={t("queue.how")}>
        <p className="text-soft">{t("queue.rule")}</p>
      </Disclosure>
    </section>
  );
}

function Speaking({ turn, gives }: { readonly turn: Turn; readonly gives: boolean }) {
  const t = useT("live");
  const { mine, presence, connection } = useLive();
  const nameOf = useNameOf();
  const own = mine.has(turn.participationId);
  const silent = useIsLost(turn.participationId);
  const heard = useIsHeard(turn.participationId);
  // Who speaks in the room without a device was never here; while one's own connection is away nothing is known of the others.
  const here = presence.has(turn.participationId);
  const [wasHere, setWasHere] = useState(here);
  if (here && !wasHere) setWasHere(true);
  const gone = wasHere && !here && !heard;
  const lost = connection === "online" ? silent || gone : own && connection === "reconnecting" && !heard;
  return (
    <QueuePerson
      name={nameOf(turn.participationId)}
      own={own}
      note={<SpeaksSince turn={turn} />}
      end={lost ? <Tag tone="danger">{t("queue.lost")}</Tag> : <Tag tone="now">{t("queue.speaks")}</Tag>}
    >
      {gives && !own && (
        <LiveButton command="end-turn" input={{ turnId: turn.turnId }}>
          {t("queue.endTurn")}
        </LiveButton>
      )}
    </QueuePerson>
  );
}

/** "parle depuis 1:20". */
export function SpeaksSince({ turn }: { readonly turn: Turn }) {
  const t = useT("live");
  const now = useNow(1000);
  return (
    <span className="tabular-nums">{t("queue.since", { time: formatClock(Math.max(0, now - turn.startedAtMs)) })}</span>
  );
}

interface QueueLineProps {
  readonly entry: Waiting;
  readonly first: boolean;
  readonly groupId: GroupId | null;
  readonly gives: boolean;
}

function QueueLine({ entry, first, groupId, gives }: QueueLineProps) {
  const t = useT("live");
  const { mine } = useLive();
  const nameOf = useNameOf();
  const own = mine.has(entry.participationId);
  const name = nameOf(entry.participationId);
  return (
    <li
      className={own ? "own -mx-3 rounded-s border-t border-transparent bg-accent-wash px-3" : "border-t border-line"}
    >
      <QueuePerson
        name={name}
        own={own}
        note={t("queue.spoken", { count: entry.spoken.turns })}
        end={first && <Tag tone="now">{t("queue.next")}</Tag>}
      >
        {gives && (
          <LiveButton
            command="give-turn"
            input={{ groupId, participationId: entry.participationId }}
            tone={first ? "main" : "plain"}
          >
            {t("queue.give")} <span className="sr-only">{t("queue.giveTo", { name })}</span>
          </LiveButton>
        )}
        {own && (
          <LiveButton command="withdraw-turn" input={{ entryId: entry.entryId }} tone="quiet">
            {t("queue.withdraw")}
          </LiveButton>
        )}
      </QueuePerson>
    </li>
  );
}

interface QueuePersonProps {
  readonly name: string;
  readonly own: boolean;
  readonly note: ReactNode;
  readonly end: ReactNode;
  readonly children: ReactNode;
}

function QueuePerson({ name, own, note, end, children }: QueuePersonProps) {
  const t = useT("live");
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-[0.6rem]">
      <Avatar name={name} />
      <div className="grid min-w-0 flex-1 basis-32">
        <strong>{own ? t("you") : name}</strong>
        <span className="text-soft text-s">{note}</span>
      </div>
      <div className="ms-auto flex flex-wrap items-center gap-2">
        {end}
        {children}
      </div>
    </div>
  );
}
