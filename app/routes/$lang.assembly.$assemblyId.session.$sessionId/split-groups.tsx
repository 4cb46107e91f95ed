import { useState } from "react";
import { Button } from "~/app/components/button/button";
import { Dialog } from "~/app/components/dialog/dialog";
import { useLive } from "~/app/components/live/live-context";
import { LiveForm, LiveSubmit } from "~/app/components/live/live-form";
import type { Attendee } from "~/app/domain/deliberation/live-state";
import { leadersInTurn } from "~/app/domain/deliberation/open-round";
import { groupCount } from "~/app/domain/grouping/split-into-groups";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";

const SMALLEST = 2;
const LARGEST = 50;

interface SplitProps {
  readonly groupSize: number;
  /** It is the next thing to do. */
  readonly first: boolean;
}

/** Splits the plenary into groups: whom, how many a group, and what that makes, before it is done. Without JavaScript: everyone. */
export function SplitGroups({ groupSize, first }: SplitProps) {
  const t = useT("live");
  const hydrated = useHydrated();
  const [isOpen, setOpen] = useState(false);
  if (!hydrated) {
    return (
      <LiveForm command="split-into-groups" input={{ present: null, groupSize: null }} className="contents">
        <LiveSubmit tone={first ? "main" : "plain"}>{t("console.split")}</LiveSubmit>
      </LiveForm>
    );
  }
  return (
    <>
      <Button tone={first ? "main" : "plain"} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("console.split")}
      </Button>
      <Dialog title={t("console.splitTitle")} isOpen={isOpen} onClose={() => setOpen(false)}>
        <SplitQuestion groupSize={groupSize} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface SplitQuestionProps {
  readonly groupSize: number;
  readonly onDone: () => void;
}

/** What the dialog asks and foretells. */
export function SplitQuestion({ groupSize, onDone }: SplitQuestionProps) {
  const t = useT("live");
  const frame = useT("frame");
  const { state, presence } = useLive();
  const [all, setAll] = useState(false);
  const [size, setSize] = useState(groupSize);
  const { attendees } = state.session;
  const isHere = ({ participationId }: Attendee) => presence.has(participationId);
  const members = attendees.filter(({ role }) => role === "member");
  const present = members.filter(isHere);
  const count = groupCount((all ? members : present).length, size);
  const here = attendees.filter(isHere).map(({ participationId }) => participationId);
  return (
    <LiveForm command="split-into-groups" input={{ present: all ? null : here, groupSize: size }} onAccepted={onDone}>
      <p>{t("console.splitText")}</p>
      <fieldset className="field-shell">
        <legend>{t("console.splitWho")}</legend>
        <WhoChoice checked={!all} onChoose={() => setAll(false)}>
          {t("console.splitPresent", { count: present.length })}
        </WhoChoice>
        <WhoChoice checked={all} onChoose={() => setAll(true)}>
          {t("console.splitAll", { count: members.length })}
        </WhoChoice>
      </fieldset>
      <label className="field-shell">
        <strong>{t("console.splitSize")}</strong>
        <input
          type="number"
          className="field w-36"
          min={SMALLEST}
          max={LARGEST}
          value={size}
          onChange={(event) =>
            setSize(Math.min(LARGEST, Math.max(SMALLEST, event.currentTarget.valueAsNumber || SMALLEST)))
          }
        />
      </label>
      <div role="status" className="stack-2">
        <p>
          <strong>{count === 0 ? t("console.splitNobody") : t("console.splitPlan", { count })}</strong>
        </p>
        <SplitLeads groups={count} isHere={isHere} all={all} />
      </div>
      <div className="row">
        <LiveSubmit tone="main">{t("console.split")}</LiveSubmit>
        <Button onClick={onDone}>{frame("cancel")}</Button>
      </div>
    </LiveForm>
  );
}

interface SplitLeadsProps {
  readonly groups: number;
  readonly isHere: (attendee: Attendee) => boolean;
  /** Members are placed whether they are here or not; nor does it count for those who lead. */
  readonly all: boolean;
}

/** Who will lead the groups: those who are here, those who are given one while they are away, and how many groups have nobody. */
function SplitLeads({ groups, isHere, all }: SplitLeadsProps) {
  const t = useT("live");
  const locale = useLocale();
  const { attendees } = useLive().state.session;
  const named = (people: readonly Attendee[]) => ({
    count: people.length,
    names: formatList(
      people.map(({ name }) => name),
      locale,
    ),
  });
  const leading = leadersInTurn(attendees, all ? () => true : isHere).slice(0, groups);
  const away = leading.filter((one) => !isHere(one));
  const alone = groups - leading.length;
  return (
    <>
      <p>{t("console.splitLead", named(leadersInTurn(attendees, isHere).filter(isHere)))}</p>
      {away.length > 0 && <p>{t("console.splitAway", named(away))}</p>}
      {alone > 0 && <p>{t("console.splitAlone", { count: alone })}</p>}
    </>
  );
}

interface WhoChoiceProps {
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly children: string;
}

/** Without a name: the choice changes what is known (`present`), it is not a field of its own. */
function WhoChoice({ checked, onChoose, children }: WhoChoiceProps) {
  return (
    <label className="choice">
      <input type="radio" checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
