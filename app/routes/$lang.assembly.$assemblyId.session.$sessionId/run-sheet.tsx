import { Card } from "~/app/components/card/card";
import { currentItem, nextItem } from "~/app/components/live/hall-scene";
import { LiveConfirm } from "~/app/components/live/live-confirm";
import { useLive } from "~/app/components/live/live-context";
import { LiveButton } from "~/app/components/live/live-form";
import { Tag } from "~/app/components/tag/tag";
import { Countdown } from "~/app/components/time/countdown";
import { mayHoldGroups } from "~/app/domain/deliberation/hold-groups";
import type { AgendaItem } from "~/app/domain/deliberation/live-state";
import { roundToUndo } from "~/app/domain/deliberation/undo-call-back";
import { inLocale } from "~/app/domain/kernel/locale";
import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { SplitGroups } from "./split-groups";
import { StepButton } from "./step-button";

const MORE_MINUTES = 5;

/** The agenda with where the session is, and the steps one may take from there. */
export function RunSheet({ groupSize }: { readonly groupSize: number }) {
  const t = useT("live");
  const { state, timeZone } = useLive();
  const { session, me } = state;
  const { itemEndsAtMs } = session;
  return (
    <Card
      title={t("console.run")}
      actions={itemEndsAtMs !== null && <Countdown endsAtMs={itemEndsAtMs} timeZone={timeZone} size="l" />}
    >
      {me.may.run && session.state !== "closed" && <Steps groupSize={groupSize} />}
      <ol className="max-w-none">
        {session.agenda.map((item, at) => (
          <RunLine key={item.itemId} item={item} at={at} />
        ))}
      </ol>
    </Card>
  );
}

/** What the organiser does now: one filled button, the next step. */
function Steps({ groupSize }: { readonly groupSize: number }) {
  const t = useT("live");
  const locale = useLocale();
  const { session } = useLive().state;
  const { itemEndsAtMs, round } = session;
  const next = nextItem(session);
  if (session.state === "planned") return <StartSession />;
  const undone = roundToUndo(session);
  const splits = !round && currentItem(session)?.mode === "groups";
  return (
    <div className="row">
      {round && <CallBack roundId={round.roundId} />}
      {undone && (
        <LiveButton command="undo-call-back" input={{ roundId: undone }}>
          {t("console.undoCallBack")}
        </LiveButton>
      )}
      {!round && mayHoldGroups(session) && <SplitGroups groupSize={groupSize} first={splits} />}
      {next && (
        <StepButton to={next} tone={splits || round ? "plain" : "main"}>
          {t("console.next", { title: inLocale(next.title, locale) })}
        </StepButton>
      )}
      {itemEndsAtMs !== null && (
        <LiveButton command="extend-item" input={{ seenEndsAtMs: itemEndsAtMs, minutes: MORE_MINUTES }}>
          {t("console.more", { minutes: MORE_MINUTES })}
        </LiveButton>
      )}
      {!mayHoldGroups(session) && <p className="text-soft text-s">{t("console.splitWhere")}</p>}
    </div>
  );
}

function StartSession() {
  const t = useT("live");
  return (
    <LiveConfirm
      command="start-session"
      input={{}}
      open={t("console.start")}
      title={t("console.startTitle")}
      confirmLabel={t("console.start")}
      tone="main"
    >
      <p>{t("console.startText")}</p>
    </LiveConfirm>
  );
}

function CallBack({ roundId }: Pick<NonNullable<ReturnType<typeof useLive>["state"]["session"]["round"]>, "roundId">) {
  const t = useT("live");
  return (
    <LiveConfirm
      command="call-back"
      input={{ roundId }}
      open={t("console.callBack")}
      title={t("console.callBackTitle")}
      confirmLabel={t("console.callBackConfirm")}
      tone="main"
    >
      <p>{t("console.callBackText")}</p>
    </LiveConfirm>
  );
}

/** One point: past, current or to come; another one may be gone to directly. */
function RunLine({ item, at }: { readonly item: AgendaItem; readonly at: number }) {
  const t = useT("live");
  const locale = useLocale();
  const { session, me } = useLive().state;
  const current = session.agenda.findIndex(({ itemId }) => itemId === session.currentItemId);
  const isCurrent = at === current && session.state === "running";
  const isNext = at === current + 1;
  const isDone = at < current || (at === current && session.state === "closed");
  const prompt = inLocale(item.prompt, locale);
  return (
    <li
      className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line p-3 ${isCurrent ? "rounded-s bg-accent-wash" : ""}`}
      aria-current={isCurrent ? "step" : undefined}
    >
      <div className="min-w-0 flex-1 basis-48">
        <strong>{inLocale(item.title, locale)}</strong>
        <p className="text-soft text-s">
          {t(`mode.${item.mode}`)} · {t("item.minutes", { minutes: item.minutes })}
        </p>
        {isCurrent && prompt && <p>{prompt}</p>}
      </div>
      <div>
        {isCurrent && <Tag tone="now">{t("console.nowItem")}</Tag>}
        {isDone && <Tag tone="plain">{t("console.doneItem")}</Tag>}
        {session.state === "running" && me.may.run && !isCurrent && !isNext && (
          <StepButton to={item} tone="quiet">
            {t("console.goTo")} <span className="sr-only">: {inLocale(item.title, locale)}</span>
          </StepButton>
        )}
      </div>
    </li>
  );
}
