import { Link } from "@remix-run/react";
import { Card } from "~/app/components/card/card";
import { RefusalText } from "~/app/components/form/refusal-text";
import { groupOf } from "~/app/components/live/group-roles";
import { useLive, useNameOf, useStanding } from "~/app/components/live/live-context";
import { LiveButton } from "~/app/components/live/live-form";
import type { HelpCall } from "~/app/domain/deliberation/live-state";
import { helpStream } from "~/app/domain/deliberation/streams";
import { MINUTE_MS } from "~/app/domain/kernel/clock";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useNow } from "~/app/hooks/use-now";
import { useT } from "~/app/i18n/use-t";

/** Who calls for help, the longest first. */
export function HelpCalls() {
  const t = useT("live");
  const { state } = useLive();
  const { help } = state;
  const standing = useStanding(helpStream(state));
  if (standing.kind !== "shown") {
    return (
      <Card title={t("console.help")}>
        <p className="soft" role="status">
          {standing.kind === "refused" ? <RefusalText refusal={standing.refusal} /> : t("console.helpLoading")}
        </p>
      </Card>
    );
  }
  return (
    <Card title={t("console.help")}>
      {help.length === 0 ? (
        <p className="soft">{t("console.helpEmpty")}</p>
      ) : (
        <ul className="plain lines" aria-live="polite">
          {help.map((call) => (
            <HelpLine key={call.callId} call={call} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function HelpLine({ call }: { readonly call: HelpCall }) {
  const t = useT("live");
  const path = useLocalePath();
  const now = useNow(MINUTE_MS);
  const { state } = useLive();
  const nameOf = useNameOf();
  const { session, me } = state;
  const { callId, participationId, groupId, calledAtMs } = call;
  const group = groupId && groupOf(session, groupId);
  const place = group ? t("groups.name", { number: group.number }) : t("console.inPlenary");
  const minutes = Math.max(0, Math.floor((now - calledAtMs) / MINUTE_MS));
  const name = nameOf(participationId);
  return (
    <li className="row between">
      <div>
        <strong>{name}</strong>
        <p className="soft small">{t("console.helpFrom", { place, minutes })}</p>
      </div>
      <div className="row">
        {group && (
          <Link className="btn" to={path(`/assembly/${session.assemblyId}/hall/${session.sessionId}?group=${groupId}`)}>
            {t("console.helpVisit")}
          </Link>
        )}
        {me.may.answerHelp && (
          <LiveButton command="answer-help" input={{ callId }} tone="main">
            {t("console.helpAnswer")} <span className="visually-hidden">({name})</span>
          </LiveButton>
        )}
      </div>
    </li>
  );
}
