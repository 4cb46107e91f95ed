import { Card } from "~/app/components/card/card";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { useLive } from "~/app/components/live/live-context";
import { HallSeats } from "~/app/components/live/plenary";
import { countPresent } from "~/app/components/live/seat-states";
import { useT } from "~/app/i18n/use-t";

/** Who is here, and by name who is not. */
export function Attendance() {
  const t = useT("live");
  const { state, presence } = useLive();
  const { here, total } = countPresent(state.session, presence);
  const absent = state.session.attendees.filter(
    ({ role, participationId }) => role === "member" && !presence.has(participationId),
  );
  return (
    <Card title={t("console.people")}>
      <p>{t("presence", { here, total, count: here })}</p>
      <HallSeats />
      {absent.length === 0 ? (
        <p className="text-soft">{t("console.absent", { count: 0 })}</p>
      ) : (
        <Disclosure summary={t("console.absent", { count: absent.length })}>
          <ul className="max-w-none">
            {absent.map(({ participationId, name }) => (
              <li key={participationId}>{name}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}
