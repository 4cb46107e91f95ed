import { type ReactNode, useEffect, useState } from "react";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import { useT } from "~/app/i18n/use-t";
import { useVideo } from "./video-context";
import { VideoTile } from "./video-tile";
import { whoIsShown } from "./who-is-shown";

export interface VideoStageProps {
  /** Who has the floor; null shows who is heard. */
  readonly speakerId: ParticipationId | null;
  /** At the end of the name plate: "table 4". */
  readonly note?: string | undefined;
  /** Laid over the picture: captions, the turn's time. */
  readonly children?: ReactNode;
}

/** The plenary's one large picture. */
export function VideoStage({ speakerId, note, children }: VideoStageProps) {
  const t = useT("video");
  const { people, snapshot, actions } = useVideo();
  const [before, setBefore] = useState<ParticipationId | null>(null);
  const id = whoIsShown(snapshot, speakerId, before);
  if (id !== before) setBefore(id);
  useEffect(() => actions.watch(id === null ? [] : [id]), [actions, id]);
  const seen = snapshot.people.find(({ participationId }) => participationId === id);
  const person = people.find((known) => known.id === id) ?? (id && seen ? { id, name: seen.name } : undefined);
  if (!person) {
    return (
      <div className="video-tile big nobody max-lg:min-h-0">
        <p className="p-6 text-center font-normal">{t("stage.nobody")}</p>
        {children}
      </div>
    );
  }
  return (
    <VideoTile person={{ ...person, note: note ?? person.note }} seen={seen} big>
      {children}
    </VideoTile>
  );
}
