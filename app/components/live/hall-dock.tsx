import { Hand, LifeBuoy } from "lucide-react";
import { ownCall } from "~/app/domain/deliberation/help-call";
import { orderQueue } from "~/app/domain/deliberation/order-queue";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { LiveCommands } from "../../domain/deliberation/commands";
import type { Floor } from "../../domain/deliberation/live-state";
import type { GroupId, ParticipationId } from "../../domain/kernel/ids";
import { ButtonLink } from "../button/button-link";
import { VideoDock } from "../video/video-dock";
import { ConnectionLine } from "./connection-line";
import { useLive } from "./live-context";
import { LiveButton } from "./live-form";
import { countPresent } from "./seat-states";

export interface HallDockProps {
  /** Where the person may ask to speak; null where nobody speaks in turn now. */
  readonly floor: Floor | null;
  readonly groupId: GroupId | null;
  /** False for somebody who only visits: they help, they do not ask to speak. */
  readonly asks?: boolean;
}

/** The foot of every live screen: the one thing to do, microphone and camera, help, the connection. */
export function HallDock({ floor, groupId, asks = true }: HallDockProps) {
  const t = useT("live");
  const { state, presence, mine } = useLive();
  const { turn } = state.session.floor;
  const ownTurn = turn !== null && mine.has(turn.participationId);
  const { here, total } = countPresent(state.session, presence);
  return (
    <footer className="hall-dock">
      {floor && asks && <SpeakAction floor={floor} groupId={groupId} />}
      <VideoDock ownTurn={groupId === null ? ownTurn : null} />
      <ToConsole />
      <div className="hall-dock-end">
        <div className="dock-state text-end text-s text-soft">
          <ConnectionLine />
          <p>{t("presence", { here, total, count: here })}</p>
        </div>
        <HelpAction groupId={groupId} />
      </div>
    </footer>
  );
}

/**
 * Ask to speak, take one's hand down, or give the floor back: one button that changes its words, so that it keeps the focus.
 */
function SpeakAction({ floor, groupId }: { readonly floor: Floor; readonly groupId: GroupId | null }) {
  const t = useT("live");
  const { state, mine } = useLive();
  const action = speakAction(floor, groupId, mine);
  if (action.kind === "ask" && !state.me.may.askTurn) return null;
  return (
    <div className="speak">
      {action.kind === "withdraw" && <strong>{t("speak.place", { count: action.place })}</strong>}
      <LiveButton
        command={action.command}
        input={action.input}
        tone={action.kind === "withdraw" ? "plain" : "main"}
        big
      >
        {action.kind === "ask" && <Hand aria-hidden="true" />}
        {t(`speak.${action.kind}`)}
      </LiveButton>
    </div>
  );
}

type SpeakCommand = "ask-turn" | "withdraw-turn" | "end-turn";
interface Speak {
  readonly kind: "ask" | "withdraw" | "end";
  readonly command: SpeakCommand;
  readonly input: Partial<LiveCommands[SpeakCommand]>;
  readonly place: number;
}

function speakAction(floor: Floor, groupId: GroupId | null, mine: ReadonlySet<ParticipationId>): Speak {
  const { turn } = floor;
  if (turn && mine.has(turn.participationId)) {
    return { kind: "end", command: "end-turn", input: { turnId: turn.turnId }, place: 0 };
  }
  const waiting = orderQueue(floor);
  const at = waiting.findIndex(({ participationId }) => mine.has(participationId));
  const entry = waiting[at];
  if (entry) return { kind: "withdraw", command: "withdraw-turn", input: { entryId: entry.entryId }, place: at + 1 };
  return { kind: "ask", command: "ask-turn", input: { groupId }, place: 0 };
}

/** For those who run the session or place people: back to their console. */
function ToConsole() {
  const t = useT("live");
  const path = useLocalePath();
  const { session, me } = useLive().state;
  if (!me.may.run && !me.may.place) return null;
  return (
    <ButtonLink to={path(`/assembly/${session.assemblyId}/session/${session.sessionId}`)}>{t("toConsole")}</ButtonLink>
  );
}

function HelpAction({ groupId }: { readonly groupId: GroupId | null }) {
  const t = useT("live");
  const { state, mine } = useLive();
  if (!state.me.may.callHelp) return null;
  const call = ownCall(state, mine);
  // What became of a call is said on top of the page (`OwnHelp`).
  if (call && call.progress.kind !== "closed") return null;
  return (
    <LiveButton command="call-help" input={{ groupId }}>
      <LifeBuoy aria-hidden="true" />
      {t("help.call")}
    </LiveButton>
  );
}
