import { Link } from "@remix-run/react";
import { LifeBuoy } from "lucide-react";
import { useMemo } from "react";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useNow } from "~/app/hooks/use-now";
import { useT } from "~/app/i18n/use-t";
import { callsToAnswer } from "../../domain/deliberation/help-call";
import type { HelpCall } from "../../domain/deliberation/live-state";
import { placeOf } from "../../domain/deliberation/place-of";
import { MINUTE_MS } from "../../domain/kernel/clock";
import { groupOf } from "./group-roles";
import { HelpWatch } from "./help-watch";
import { useLive, useNameOf } from "./live-context";
import { LiveButton } from "./live-form";

/** Who calls for help, for those who may answer: on top of the page, in colour and in words. Nothing for anybody else. */
export function HelpBar() {
  const t = useT("live");
  const { state, mine } = useLive();
  const calls = useMemo(() => callsToAnswer(state, mine), [state, mine]);
  const hears = state.me.may.answerHelp || Object.keys(state.groupCalls).length > 0;
  if (!hears || state.session.state !== "running") return null;
  return (
    <section className={calls.length > 0 ? "help-bar calling" : "help-bar"} aria-label={t("console.help")}>
      {calls.length > 0 && (
        <ul className="max-w-none min-w-0 flex-1 basis-96 text-m">
          {calls.map((call) => (
            <HelpLine key={call.callId} call={call} />
          ))}
        </ul>
      )}
      <HelpWatch calls={calls} />
    </section>
  );
}

function HelpLine({ call }: { readonly call: HelpCall }) {
  const t = useT("live");
  const { mine } = useLive();
  const nameOf = useNameOf();
  const { callId, participationId, progress } = call;
  const name = nameOf(participationId);
  const taken = progress.kind === "taken" ? progress.byId : null;
  return (
    <li className="row justify-between py-2">
      <div>
        <strong>
          <LifeBuoy aria-hidden="true" className="inline size-[1.2em] align-[-0.2em] text-danger" />{" "}
          {t("help.calls", { name })}
        </strong>
        <HelpPlace call={call} />
        {taken && <p>{mine.has(taken) ? t("help.youCome") : t("help.comes", { name: nameOf(taken) })}</p>}
      </div>
      <div className="row">
        <HelpVisit call={call} />
        {!taken && (
          <LiveButton command="answer-help" input={{ callId }} tone="main">
            {t("console.helpAnswer")} <span className="sr-only">({name})</span>
          </LiveButton>
        )}
        {taken && (
          <LiveButton command="close-help" input={{ callId }}>
            {t("help.settle")} <span className="sr-only">({name})</span>
          </LiveButton>
        )}
      </div>
    </li>
  );
}

function HelpPlace({ call: { participationId, groupId, calledAtMs } }: { readonly call: HelpCall }) {
  const t = useT("live");
  const now = useNow(MINUTE_MS);
  const { session } = useLive().state;
  const group = groupId && groupOf(session, groupId);
  const calling = session.attendees.find((one) => one.participationId === participationId);
  const waits = calling && placeOf(session, calling).kind === "lobby";
  const place = group ? t("groups.name", { number: group.number }) : t(waits ? "console.inLobby" : "console.inPlenary");
  const minutes = Math.max(0, Math.floor((now - calledAtMs) / MINUTE_MS));
  return <p className="text-s">{t("console.helpFrom", { place, minutes })}</p>;
}

/** The way into the group, for those who may enter every one. */
function HelpVisit({ call: { groupId } }: { readonly call: HelpCall }) {
  const t = useT("live");
  const path = useLocalePath();
  const { session, me } = useLive().state;
  if (!groupId || !me.may.seeEveryGroup || !groupOf(session, groupId)) return null;
  return (
    <Link className="btn" to={path(`/assembly/${session.assemblyId}/hall/${session.sessionId}?group=${groupId}`)}>
      {t("console.helpVisit")}
    </Link>
  );
}
