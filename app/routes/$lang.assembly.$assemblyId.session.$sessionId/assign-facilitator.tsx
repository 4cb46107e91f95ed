import { Disclosure } from "~/app/components/disclosure/disclosure";
import { useLive } from "~/app/components/live/live-context";
import { LiveForm, LiveSubmit } from "~/app/components/live/live-form";
import { worksAt } from "~/app/domain/assembly/workplace";
import type { RoundGroup } from "~/app/domain/deliberation/live-state";
import { useT } from "~/app/i18n/use-t";

/** Gives a group another facilitator, among those who lead no other group. */
export function AssignFacilitator({ group }: { readonly group: RoundGroup }) {
  const t = useT("live");
  const { state, presence } = useLive();
  const { round, attendees } = state.session;
  const busy = new Set(round?.groups.map(({ facilitatorId }) => facilitatorId));
  const free = attendees.filter(
    ({ role, participationId }) =>
      worksAt([{ role }], ["table"]) && (!busy.has(participationId) || participationId === group.facilitatorId),
  );
  return (
    <Disclosure summary={t("console.assign")}>
      <LiveForm command="assign-facilitator" input={{ groupId: group.groupId }} className="row">
        <select
          key={group.facilitatorId}
          name="participationId"
          className="field"
          defaultValue={group.facilitatorId ?? ""}
          aria-label={t("console.assignFor", { number: group.number })}
        >
          <option value="">{t("console.assignNobody")}</option>
          {free.map(({ participationId, name }) => (
            <option key={participationId} value={participationId}>
              {presence.has(participationId) ? name : `${name} (${t("console.away")})`}
            </option>
          ))}
        </select>
        <LiveSubmit tone="plain">{t("console.assignSave")}</LiveSubmit>
      </LiveForm>
    </Disclosure>
  );
}
