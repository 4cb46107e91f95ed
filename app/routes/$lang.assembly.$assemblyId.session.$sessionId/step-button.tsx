import type { ReactNode } from "react";
import type { ButtonTone } from "~/app/components/button/button-class";
import { LiveConfirm } from "~/app/components/live/live-confirm";
import { useLive } from "~/app/components/live/live-context";
import { LiveButton } from "~/app/components/live/live-form";
import { mayHoldGroups } from "~/app/domain/deliberation/hold-groups";
import type { AgendaItem } from "~/app/domain/deliberation/live-state";
import { inLocale } from "~/app/domain/kernel/locale";
import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";

export interface StepButtonProps {
  readonly to: AgendaItem;
  readonly tone: ButtonTone;
  readonly children: ReactNode;
}

/** Goes to an item. Where people sit in groups and the item is held in plenary, it first says that everyone is called back. */
export function StepButton({ to, tone, children }: StepButtonProps) {
  const t = useT("live");
  const locale = useLocale();
  const { session } = useLive().state;
  const { currentItemId, round, agenda } = session;
  const step = { fromItemId: currentItemId, toItemId: to.itemId };
  if (!round || mayHoldGroups({ agenda, currentItemId: to.itemId })) {
    return (
      <LiveButton command="step-agenda" input={{ ...step, callBackRoundId: null }} tone={tone}>
        {children}
      </LiveButton>
    );
  }
  return (
    <LiveConfirm
      command="step-agenda"
      input={{ ...step, callBackRoundId: round.roundId }}
      open={children}
      title={t("console.stepBackTitle", { title: inLocale(to.title, locale) })}
      confirmLabel={t("console.stepBackConfirm")}
      tone={tone}
    >
      <p>{t("console.stepBackText", { count: round.groups.length })}</p>
      <p>{t("console.callBackText")}</p>
    </LiveConfirm>
  );
}
