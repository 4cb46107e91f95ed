import { Link } from "@remix-run/react";
import { TriangleAlert } from "lucide-react";
import { Card } from "~/app/components/card/card";
import { aroundTable } from "~/app/components/live/group-roles";
import { useLive } from "~/app/components/live/live-context";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { groupEndsAtMs, minutesLonger } from "~/app/domain/deliberation/group-time";
import type { RoundGroup } from "~/app/domain/deliberation/live-state";
import { groupsWithoutFacilitator } from "~/app/domain/deliberation/watch-groups";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { AssignFacilitator } from "./assign-facilitator";
import { MoveSomebody } from "./move-somebody";

/** All groups at a glance: who sits there, who is away, and where nobody facilitates. */
export function Rooms() {
  const t = useT("live");
  const { state } = useLive();
  const { round } = state.session;
  return (
    <section className="stack-4" aria-labelledby="rooms-title">
      <h2 id="rooms-title">{t("console.rooms")}</h2>
      {!round ? (
        <p className="text-soft">{t("console.roomsNone")}</p>
      ) : (
        <>
          {state.me.may.place && <MoveSomebody round={round} />}
          <div className="grid-cards">
            {round.groups.map((group) => (
              <Room key={group.groupId} group={group} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

function Room({ group }: { readonly group: RoundGroup }) {
  const t = useT("live");
  const path = useLocalePath();
  const { state, presence } = useLive();
  const { session, me } = state;
  const { groupId, number } = group;
  const { facilitator, seated } = aroundTable(session, groupId);
  const alone = groupsWithoutFacilitator(session.round, presence).some((one) => one.groupId === groupId);
  const here = seated.filter(({ participationId }) => presence.has(participationId)).length;
  return (
    <Card title={t("groups.name", { number })} level={3}>
      <p className={alone ? "flex items-center gap-2 font-semibold text-danger" : undefined}>
        {alone && <TriangleAlert className="size-[1.25em] shrink-0" aria-hidden="true" />}
        {alone
          ? facilitator
            ? t("console.facilitatorAway", { name: facilitator.name })
            : t("console.noFacilitator")
          : t("console.facilitator", { name: facilitator?.name ?? "" })}
      </p>
      <RoomEnd groupId={groupId} />
      <p className="text-soft text-s">{t("console.membersHere", { here, total: seated.length, count: here })}</p>
      <ul className="max-w-none">
        {seated.map(({ participationId, name }) => (
          <li key={participationId} className="row justify-between py-[0.2rem]">
            <span>{name}</span>
            {!presence.has(participationId) && <Tag tone="plain">{t("console.away")}</Tag>}
          </li>
        ))}
      </ul>
      {me.may.place && <AssignFacilitator group={group} />}
      {me.may.seeEveryGroup && (
        <Link className="btn" to={path(`/assembly/${session.assemblyId}/hall/${session.sessionId}?group=${groupId}`)}>
          {t("console.visit")} <span className="sr-only">{t("console.visitGroup", { number })}</span>
        </Link>
      )}
    </Card>
  );
}

/** Until when the group works, and how much longer than the others; only for those who see into every group. */
function RoomEnd({ groupId }: Pick<RoundGroup, "groupId">) {
  const t = useT("live");
  const { state, timeZone } = useLive();
  const group = state.groups[groupId];
  const endsAtMs = group ? groupEndsAtMs(state.session, group) : null;
  if (!group || endsAtMs === null) return null;
  const longer = minutesLonger(state.session, group);
  return (
    <p>
      {t("console.until")} <When at={endsAtMs} timeZone={timeZone} as="time" />
      {longer > 0 && <strong>{t("console.longer", { count: longer })}</strong>}
    </p>
  );
}
