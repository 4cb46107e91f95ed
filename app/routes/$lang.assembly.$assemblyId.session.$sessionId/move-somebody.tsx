import { SelectField } from "~/app/components/field/select-field";
import { seatedAt } from "~/app/components/live/group-roles";
import { useLive } from "~/app/components/live/live-context";
import { LiveForm, LiveSubmit } from "~/app/components/live/live-form";
import { useSay } from "~/app/components/status/status";
import type { Round } from "~/app/domain/deliberation/live-state";
import { useT } from "~/app/i18n/use-t";

/** Moves somebody from their group to another; they and both groups see it at once. */
export function MoveSomebody({ round }: { readonly round: Round }) {
  const t = useT("live");
  const say = useSay();
  const { session } = useLive().state;
  const people = seatedAt(session, round).map(({ attendee, group }) => ({
    value: `${attendee.participationId}+${group.groupId}`,
    label: t("console.nowIn", { name: attendee.name, number: group.number }),
  }));
  const groups = round.groups.map(({ groupId, number }) => ({ value: groupId, label: t("groups.name", { number }) }));
  if (round.groups.length < 2) return null;
  return (
    <LiveForm
      command="move-member"
      input={{}}
      className="row items-end"
      label={t("console.move")}
      onAccepted={() => say(t("console.moved"), { tone: "done" })}
    >
      <SelectField name="participationId+fromGroupId" label={t("console.moveWho")} options={people} />
      <SelectField name="toGroupId" label={t("console.moveTo")} options={groups} />
      <LiveSubmit tone="plain">{t("console.moveSend")}</LiveSubmit>
    </LiveForm>
  );
}
