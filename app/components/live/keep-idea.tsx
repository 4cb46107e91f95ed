import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { LONGEST_IDEA } from "../../domain/deliberation/keep-idea";
import type { GroupState } from "../../domain/deliberation/live-state";
import type { ParticipationId } from "../../domain/kernel/ids";
import { Button } from "../button/button";
import { Dialog } from "../dialog/dialog";
import { CheckboxField } from "../field/checkbox-field";
import { TextAreaField } from "../field/text-area-field";
import { useSay } from "../status/status";
import { aroundTable, type TableRights } from "./group-roles";
import { useLive } from "./live-context";
import { LiveForm, LiveSubmit } from "./live-form";

export interface KeepIdeaProps {
  readonly group: GroupState;
  readonly rights: TableRights;
  /** The line of the notes. */
  readonly text: string;
  readonly onClose: () => void;
}

/** Keeps a line of the notes as an idea: its words, and who brought it. */
export function KeepIdea({ group, rights, text, onClose }: KeepIdeaProps) {
  const t = useT("group");
  const frame = useT("frame");
  const locale = useLocale();
  const say = useSay();
  const { state, presence } = useLive();
  const { all, facilitator } = aroundTable(state.session, group.groupId);
  const likely = likelyAuthor(group, rights, facilitator?.participationId);
  const people = all.filter(({ participationId }) => presence.has(participationId) || participationId === likely);
  return (
    <Dialog title={t("keep.title")} isOpen onClose={onClose}>
      <LiveForm
        command="keep-idea"
        input={{ groupId: group.groupId, language: locale, authorIds: [] }}
        onAccepted={() => {
          say(t("keep.done"), { tone: "done" });
          onClose();
        }}
      >
        <TextAreaField
          name="text"
          label={t("keep.text")}
          defaultValue={text}
          rows={3}
          maxLength={LONGEST_IDEA}
          required
        />
        <fieldset className="field-shell">
          <legend>{t("keep.authors")}</legend>
          {people.map(({ participationId, name }) => (
            <CheckboxField
              key={participationId}
              name="authorIds[]"
              value={participationId}
              label={name}
              defaultChecked={participationId === likely}
            />
          ))}
        </fieldset>
        <div className="row">
          <LiveSubmit tone="main">{t("keep.confirm")}</LiveSubmit>
          <Button onClick={onClose}>{frame("cancel")}</Button>
        </div>
      </LiveForm>
    </Dialog>
  );
}

/** Who speaks now; else the person who keeps it, unless they only write for the others. */
function likelyAuthor(
  { floor }: GroupState,
  { ownId }: TableRights,
  facilitatorId: ParticipationId | undefined,
): ParticipationId | null {
  if (ownId !== null && ownId !== facilitatorId) return ownId;
  const speakerId = floor.turn?.participationId ?? null;
  return speakerId === facilitatorId ? null : speakerId;
}
