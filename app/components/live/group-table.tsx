import { Link } from "@remix-run/react";
import { useT } from "~/app/i18n/use-t";
import type { GroupState } from "../../domain/deliberation/live-state";
import type { GroupId } from "../../domain/kernel/ids";
import { Notice } from "../notice/notice";
import { VideoGrid } from "../video/video-grid";
import { Cockpit } from "./cockpit";
import { GroupAway } from "./group-away";
import { GroupNotes } from "./group-notes";
import { aroundTable, groupOf, tableRights } from "./group-roles";
import { HallFrame } from "./hall-frame";
import { HallHeader } from "./hall-header";
import { currentItem } from "./hall-scene";
import { IdeaList } from "./idea-list";
import { useLive } from "./live-context";
import { LiveButton } from "./live-form";
import { SpeakingQueue } from "./speaking-queue";
import { VideoWords } from "./video-words";

/** One group: notes and ideas in the middle, people beside them, the queue; the facilitator's cockpit is hers and the team's. */
export function GroupTable({ groupId, visiting }: { readonly groupId: GroupId; readonly visiting: boolean }) {
  const t = useT("group");
  const { state, presence } = useLive();
  const { session, me } = state;
  const group = state.groups[groupId];
  const number = groupOf(session, groupId)?.number ?? 0;
  if (!group) return <GroupAway groupId={groupId} />;
  const rights = tableRights({ me, session }, groupId);
  const { facilitator } = aroundTable(session, groupId);
  const alone = !facilitator || !presence.has(facilitator.participationId);
  const pause = currentItem(session)?.mode === "pause";
  return (
    <HallFrame dock={{ floor: group.floor, groupId: rights.ownId ? groupId : null, asks: rights.ownId !== null }}>
      <HallHeader place={t("name", { number })} group={group} className="wash">
        {rights.leads && <MoreTime group={group} />}
      </HallHeader>
      {visiting && (
        <p className="max-w-none bg-sunk px-4 py-2">
          {t("visiting")} <Link to="?">{t("leave")}</Link>
        </p>
      )}
      <div className="grid grow grid-cols-1 content-start lg:grid-cols-[11rem_minmax(0,1fr)_20rem] lg:content-stretch min-[72rem]:grid-cols-[17rem_minmax(0,1fr)_23rem]">
        <aside className="group-people stack-2 bg-sunk p-3" aria-label={t("people")}>
          <VideoWords at="top" />
          <VideoGrid label={t("people")} />
        </aside>
        <div className="stack-8 p-4 min-[72rem]:px-8 min-[72rem]:py-6">
          {pause && <Notice tone="info">{t("pause")}</Notice>}
          <GroupNotes group={group} rights={rights} />
          <IdeaList group={group} rights={rights} />
        </div>
        <aside
          className="stack-8 border-t border-line bg-card p-4 lg:border-s lg:border-t-0 lg:p-6"
          aria-label={t("speech")}
        >
          {/* Comes and goes with a facilitator's connection: beside the notes, whose lines stay where they are. */}
          {alone && <Notice tone="info">{facilitator ? t("facilitatorAway") : t("noFacilitator")}</Notice>}
          <SpeakingQueue floor={group.floor} groupId={groupId} gives={rights.leads} />
          {rights.seesCockpit && <Cockpit group={group} rights={rights} />}
          <VideoWords at="foot" />
        </aside>
      </div>
    </HallFrame>
  );
}

const MORE_MINUTES = 5;

/** Gives the group five more minutes; two who press at once give them once. */
function MoreTime({ group }: { readonly group: GroupState }) {
  const t = useT("group");
  const { state } = useLive();
  const { groupId, moreTime } = group;
  if (state.session.itemEndsAtMs === null) return null;
  return (
    <LiveButton command="extend-group" input={{ groupId, seenMoreTime: moreTime, minutes: MORE_MINUTES }}>
      {t("item.more", { minutes: MORE_MINUTES })}
    </LiveButton>
  );
}
