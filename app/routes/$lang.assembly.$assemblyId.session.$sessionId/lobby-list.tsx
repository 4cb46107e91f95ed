import { Card } from "~/app/components/card/card";
import { useLive } from "~/app/components/live/live-context";
import { LiveButton, LiveForm, LiveSubmit } from "~/app/components/live/live-form";
import type { Attendee, Round } from "~/app/domain/deliberation/live-state";
import { suggestedGroup, waitingInLobby } from "~/app/domain/deliberation/watch-groups";
import { useT } from "~/app/i18n/use-t";

/** Late arrivals: each is placed with one click in the smallest group, or in another. */
export function LobbyList() {
  const t = useT("live");
  const { state, presence } = useLive();
  const waiting = waitingInLobby(state.session, presence);
  const { round } = state.session;
  return (
    <Card title={t("console.lobby")}>
      {waiting.length === 0 || !round ? (
        <p className="text-soft">{t("console.lobbyEmpty")}</p>
      ) : (
        <ul className="max-w-none" aria-live="polite">
          {waiting.map((attendee) => (
            <LobbyLine key={attendee.participationId} attendee={attendee} round={round} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function LobbyLine({ attendee, round }: { readonly attendee: Attendee; readonly round: Round }) {
  const t = useT("live");
  const { me } = useLive().state;
  const { participationId, name } = attendee;
  const suggested = suggestedGroup(round);
  const others = round.groups.filter(({ groupId }) => groupId !== suggested?.groupId);
  return (
    <li className="line stack-2 py-3">
      <strong>{name}</strong>
      {me.may.place && suggested && (
        <div className="row">
          <LiveButton command="place-member" input={{ participationId, groupId: suggested.groupId }} tone="main">
            {t("console.placeIn", { number: suggested.number })} <span className="sr-only">({name})</span>
          </LiveButton>
          {others.length > 0 && (
            <LiveForm command="place-member" input={{ participationId }} className="row">
              <select name="groupId" className="field w-36" aria-label={`${t("console.placeOther")} (${name})`}>
                {others.map(({ groupId, number }) => (
                  <option key={groupId} value={groupId}>
                    {t("groups.name", { number })}
                  </option>
                ))}
              </select>
              <LiveSubmit tone="plain">
                {t("console.place")} <span className="sr-only">({name})</span>
              </LiveSubmit>
            </LiveForm>
          )}
        </div>
      )}
    </li>
  );
}
