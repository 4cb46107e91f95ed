import { useMemo } from "react";
import { useT } from "~/app/i18n/use-t";
import type { GroupId } from "../../domain/kernel/ids";
import { LiveVideo } from "../video/live-video";
import type { VideoPerson } from "../video/video-context";
import { AnnounceChanges } from "./announce-changes";
import { aroundTable, tableName } from "./group-roles";
import { GroupTable } from "./group-table";
import { type HallScene, hallScene } from "./hall-scene";
import { useLive } from "./live-context";
import { Plenary } from "./plenary";
import { AfterSession, BeforeSession, Lobby, Pause, type SessionDate } from "./quiet-scenes";
import { videoPlace } from "./video-place";

export interface HallScreenProps {
  readonly date: SessionDate;
  /** The session after this one. */
  readonly next: SessionDate | null;
  /** The group that somebody of the team asks to see. */
  readonly visited: GroupId | null;
}

/** Where everyone is during a session: the page follows the facts, nobody reloads. */
export function HallScreen({ date, next, visited }: HallScreenProps) {
  const { state, roomOffer } = useLive();
  const scene = hallScene(state, visited);
  const groupId = scene.kind === "group" ? scene.groupId : null;
  const place = videoPlace(state, scene);
  const people = useVideoPeople(groupId);
  const floor = groupId ? (state.groups[groupId]?.floor ?? null) : state.session.floor;
  return (
    <LiveVideo place={place} offer={roomOffer} people={people}>
      <AnnounceChanges floor={floor} />
      <Scene scene={scene} date={date} next={next} />
    </LiveVideo>
  );
}

function Scene({ scene, date, next }: { readonly scene: HallScene } & Pick<HallScreenProps, "date" | "next">) {
  switch (scene.kind) {
    case "before":
      return <BeforeSession date={date} />;
    case "lobby":
      return <Lobby />;
    case "pause":
      return <Pause />;
    case "closed":
      return <AfterSession next={next} />;
    case "plenary":
      return <Plenary />;
    case "group":
      return <GroupTable key={scene.groupId} groupId={scene.groupId} visiting={scene.visiting} />;
  }
}

/** Those around the table, each with what they do; in the plenary everyone. */
function useVideoPeople(groupId: GroupId | null): readonly VideoPerson[] {
  const t = useT("group");
  const { state, presence } = useLive();
  const { session } = state;
  return useMemo(() => {
    const { all, facilitator } = groupId
      ? aroundTable(session, groupId)
      : { all: session.attendees, facilitator: undefined };
    const queue = groupId ? (state.groups[groupId]?.floor.queue ?? []) : [];
    return all.map((one) => {
      const waits = queue.some(({ participationId }) => participationId === one.participationId);
      const note = one === facilitator ? t("leads") : waits ? t("handUp") : undefined;
      return {
        id: one.participationId,
        name: groupId ? tableName(one, all) : one.name,
        note,
        here: presence.has(one.participationId),
      };
    });
  }, [groupId, session, state.groups, presence, t]);
}
