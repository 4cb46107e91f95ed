import { emptyFloor } from "~/app/domain/deliberation/live-state";
import { useT } from "~/app/i18n/use-t";
import { Hemicycle } from "../hemicycle/hemicycle";
import { VideoStage } from "../video/video-stage";
import { HallFrame } from "./hall-frame";
import { HallHeader } from "./hall-header";
import { currentItem } from "./hall-scene";
import { useLive } from "./live-context";
import { countPresent, countSeats, seatStates } from "./seat-states";
import { SpeakingQueue, SpeaksSince } from "./speaking-queue";
import { TableNotesLink } from "./table-notes-link";
import { VideoWords } from "./video-words";
import { WorkingGroups } from "./working-groups";

/** Everyone together: who speaks, the seats, the queue, and one thing to do. */
export function Plenary() {
  const t = useT("live");
  const { state } = useLive();
  const { session, me } = state;
  const { floor, round } = session;
  const { turn } = floor;
  return (
    <HallFrame dock={{ floor: round || currentItem(session)?.mode === "pause" ? null : floor, groupId: null }}>
      <HallHeader />
      <div className="grid grow grid-cols-1 content-start lg:grid-cols-[minmax(0,1fr)_23rem] lg:content-stretch">
        <div className="grid grid-cols-1 content-start gap-4 p-3 lg:p-6">
          <VideoWords at="top" />
          {round ? (
            <WorkingGroups round={round} />
          ) : (
            <div className="h-[clamp(12rem,32vh,34rem)] max-lg:has-[.nobody]:h-28">
              <VideoStage speakerId={turn?.participationId ?? null}>
                {turn && (
                  <p className="absolute end-4 bottom-4 rounded-full bg-plate px-[0.9rem] py-[0.35rem] text-s font-normal text-plate-ink">
                    <SpeaksSince turn={turn} />
                  </p>
                )}
              </VideoStage>
            </div>
          )}
          <HallSeats />
          <VideoWords at="foot" />
        </div>
        <aside
          className="border-t border-line bg-card p-4 lg:border-s lg:border-t-0 lg:p-6"
          aria-label={t("queue.title")}
        >
          {round ? (
            <p className="text-soft">{t("groups.queueRests")}</p>
          ) : (
            <>
              <SpeakingQueue floor={floor} groupId={null} gives={me.may.giveTurnInPlenary} />
              <TableNotesLink />
            </>
          )}
        </aside>
      </div>
    </HallFrame>
  );
}

/** The hemicycle, with who is here. */
export function HallSeats() {
  const t = useT("live");
  const { state, presence } = useLive();
  const { session } = state;
  // While groups sit, the queue of the plenary rests: the seats say who is here.
  const seats = seatStates({ ...session, floor: session.round ? emptyFloor : session.floor }, presence);
  const counts = countSeats(seats);
  const { here, total } = countPresent(session, presence);
  const label = [
    t("seats.picture.here", { here, total, count: here }),
    t("seats.picture.speaking", { count: counts.speaking }),
    t("seats.picture.waiting", { count: counts.waiting }),
  ].join(", ");
  const legend = (["here", "away", "speaking", "waiting"] as const)
    .filter((seat) => counts[seat] > 0)
    .map((seat) => ({ state: seat, label: t(`seats.${seat}`), count: counts[seat] }));
  return (
    <Hemicycle
      seats={seats}
      label={label}
      legend={legend}
      className="mx-auto grid w-full max-w-[min(34rem,50vh)] gap-2"
    />
  );
}
