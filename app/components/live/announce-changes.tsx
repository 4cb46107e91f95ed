import { useEffect, useRef } from "react";
import { placeOfMe } from "~/app/domain/deliberation/place-of";
import { inLocale } from "~/app/domain/kernel/locale";
import { useLocale } from "~/app/hooks/use-locale";
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
  const { state, mine, connection } = useLive();
  const { session, me } = state;
  const place = placeOfMe(me, session);
  const number = place.kind === "group" ? groupOf(session, place.groupId)?.number : undefined;
  const item = currentItem(session);
  const speaking = floor?.turn ? mine.has(floor.turn.participationId) : false;
  useSaid(item ? t("say.item", { title: inLocale(item.title, locale) }) : null);
  useSaid(session.state === "closed" ? t("say.closed") : null);
  useSaid(placeSentence(t, place.kind, number));
  useSaid(speaking ? t("say.yourTurn") : null);
  useSaid(connection === "reconnecting" ? t("connection.reconnecting") : null);
  return null;
}

function placeSentence(
  t: ReturnType<typeof useT<"live">>,
  kind: "plenary" | "lobby" | "group",
  number: number | undefined,
): string {
  return kind === "group" ? t("say.group", { number: number ?? "" }) : t(`say.${kind}`);
}

/** Says a sentence when it becomes another one; null is silence. */
function useSaid(sentence: string | null): void {
  const say = useSay();
  const before = useRef(sentence);
  useEffect(() => {
    if (sentence !== before.current && sentence !== null) say(sentence);
    before.current = sentence;
  }, [sentence, say]);
}
