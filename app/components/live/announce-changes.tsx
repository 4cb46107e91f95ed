import { useEffect, useRef } from "react";
import { groupEndsAtMs } from "~/app/domain/deliberation/group-time";
import { placeOfMe } from "~/app/domain/deliberation/place-of";
import { inLocale } from "~/app/domain/kernel/locale";
import { useLocale } from "~/app/hooks/use-locale";
import { formatTime } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import type { Floor } from "../../domain/deliberation/live-state";
import { useSay } from "../status/status";
import { groupOf } from "./group-roles";
import { currentItem } from "./hall-scene";
import { useLive } from "./live-context";

/** Says what changes for the person while the page is open: shown in passing and read out. Says nothing when the page opens. */
export function AnnounceChanges({ floor }: { readonly floor: Floor | null }) {
  const t = useT("live");
  const locale = useLocale();
  const { state, mine, connection, timeZone } = useLive();
  const { session, me } = state;
  const place = placeOfMe(me, session);
  const number = place.kind === "group" ? groupOf(session, place.groupId)?.number : undefined;
  const item = currentItem(session);
  const group = place.kind === "group" ? state.groups[place.groupId] : undefined;
  const endsAtMs = group ? groupEndsAtMs(session, group) : session.itemEndsAtMs;
  const speaking = floor?.turn ? mine.has(floor.turn.participationId) : false;
  const over = session.state === "closed";
  useSaid([
    over ? null : placeSentence(t, place.kind, number),
    item ? t("say.item", { title: inLocale(item.title, locale) }) : null,
    endsAtMs === null ? null : t("say.until", { time: formatTime({ atMs: endsAtMs, timeZone, locale }) }),
    over ? t("say.closed") : null,
    speaking ? t("say.yourTurn") : null,
    connection === "reconnecting" ? t("connection.reconnecting") : null,
  ]);
  return null;
}

function placeSentence(
  t: ReturnType<typeof useT<"live">>,
  kind: "plenary" | "lobby" | "group",
  number: number | undefined,
): string {
  return kind === "group" ? t("say.group", { number: number ?? "" }) : t(`say.${kind}`);
}

/** What one step changes arrives as several facts, some milliseconds apart: it is said as one. */
const TOGETHER_MS = 250;

/** Says those sentences that became others, in their order; null is silence. */
function useSaid(sentences: readonly (string | null)[]): void {
  const say = useSay();
  const said = useRef(sentences);
  const now = useRef(sentences);
  now.current = sentences;
  const spelled = sentences.join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is new at each render; its words are what may change.
  useEffect(() => {
    const timer = setTimeout(() => {
      const changed = now.current.filter((sentence, at) => sentence !== null && sentence !== said.current[at]);
      said.current = now.current;
      if (changed.length > 0) say(changed.join(" "));
    }, TOGETHER_MS);
    return () => clearTimeout(timer);
  }, [spelled, say]);
}
