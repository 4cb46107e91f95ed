import { createContext, type ReactNode, useContext, useMemo } from "react";
import { ServerClockProvider } from "~/app/hooks/use-server-clock";
import type { StreamStanding } from "~/realtime/browser/live/followed-stream";
import type { LiveSession } from "~/realtime/browser/live/live-session";
import type { Attendee } from "../../domain/deliberation/live-state";
import type { ParticipationId, SessionId } from "../../domain/kernel/ids";

/** What every piece of a live screen works with. */
export interface LiveOfPage extends LiveSession {
  readonly sessionId: SessionId;
  readonly timeZone: string;
  /** The participations of the person who looks. */
  readonly mine: ReadonlySet<ParticipationId>;
  readonly attendees: ReadonlyMap<ParticipationId, Attendee>;
}

const LiveContext = createContext<LiveOfPage | null>(null);

export interface LiveProviderProps {
  readonly live: LiveSession;
  readonly timeZone: string;
  readonly children: ReactNode;
}

export function LiveProvider({ live, timeZone, children }: LiveProviderProps) {
  const { me, session } = live.state;
  const mine = useMemo(() => new Set(me.participations.map(({ participationId }) => participationId)), [me]);
  const attendees = useMemo(
    () => new Map(session.attendees.map((attendee) => [attendee.participationId, attendee])),
    [session.attendees],
  );
  const value = useMemo(
    () => ({ ...live, isPending: live.isPending, sessionId: session.sessionId, timeZone, mine, attendees }),
    [live, session.sessionId, timeZone, mine, attendees],
  );
  return (
    <LiveContext.Provider value={value}>
      <ServerClockProvider offsetMs={live.offsetMs}>{children}</ServerClockProvider>
    </LiveContext.Provider>
  );
}

/** The live session around; throws outside of one, which is a mistake of ours. */
export function useLive(): LiveOfPage {
  const live = useContext(LiveContext);
  if (!live) throw new Error("useLive is for pieces inside a LiveProvider");
  return live;
}

/** Whether a stream's state is there to be shown, is on its way, or may not be seen. */
export function useStanding(stream: string): StreamStanding {
  return useLive().standings.get(stream) ?? { kind: "loading" };
}

/** The name of somebody of the assembly; empty for somebody who is not in it any more. */
export function useNameOf(): (id: ParticipationId) => string {
  const { attendees } = useLive();
  return (id) => attendees.get(id)?.name ?? "";
}
