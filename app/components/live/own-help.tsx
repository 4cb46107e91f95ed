import { useEffect, useState } from "react";
import { useNow } from "~/app/hooks/use-now";
import { useT } from "~/app/i18n/use-t";
import { ownCall } from "../../domain/deliberation/help-call";
import type { HelpCall, HelpCallId } from "../../domain/deliberation/live-state";
import { MINUTE_MS } from "../../domain/kernel/clock";
import { Button } from "../button/button";
import { useLive, useNameOf } from "./live-context";
import { LiveButton } from "./live-form";

/** How long the page says what became of a call that is over. */
const SAID_MS = 10 * MINUTE_MS;

/** The call whose end the person has read, as long as the tab lives. */
const SEEN_KEY = "hemicycle-help-seen";

/** What became of the person's own call: heard, somebody comes, settled. The same after a reload; what is over goes when they close it. */
export function OwnHelp() {
  const t = useT("live");
  const frame = useT("frame");
  const now = useNow(MINUTE_MS);
  const { state, mine } = useLive();
  const call = ownCall(state, mine);
  const isOld = call?.progress.kind === "closed" && now - call.progress.atMs > SAID_MS;
  const [seen, see] = useSeen();
  const shown = call && !isOld && !(call.progress.kind === "closed" && seen === call.callId) ? call : null;
  return (
    <div role="status" className={shown ? "help-bar" : "sr-only"}>
      {shown && <OwnHelpWords call={shown} />}
      {shown && shown.progress.kind !== "closed" && (
        <LiveButton command="close-help" input={{ callId: shown.callId }} tone="quiet">
          {t("help.notNeeded")}
        </LiveButton>
      )}
      {shown && shown.progress.kind === "closed" && (
        <Button tone="quiet" onClick={() => see(shown.callId)}>
          {frame("close")}
        </Button>
      )}
    </div>
  );
}

function useSeen(): readonly [string | null, (callId: HelpCallId) => void] {
  const [seen, setSeen] = useState<string | null>(null);
  useEffect(() => setSeen(sessionStorage.getItem(SEEN_KEY)), []);
  return [
    seen,
    (callId) => {
      sessionStorage.setItem(SEEN_KEY, callId);
      setSeen(callId);
    },
  ];
}

function OwnHelpWords({ call: { progress } }: { readonly call: HelpCall }) {
  const t = useT("live");
  const nameOf = useNameOf();
  switch (progress.kind) {
    case "open":
      return <strong>{t("help.called")}</strong>;
    case "taken":
      return <strong>{t("help.comes", { name: nameOf(progress.byId) })}</strong>;
    case "closed":
      return <p>{closedWords(t, progress.how, progress.byId ? nameOf(progress.byId) : "")}</p>;
  }
}

function closedWords(
  t: ReturnType<typeof useT<"live">>,
  how: Extract<HelpCall["progress"], { kind: "closed" }>["how"],
  name: string,
): string {
  switch (how) {
    case "helped":
      return t("help.closed.helped", { name });
    case "not-needed":
      return t("help.closed.notNeeded");
    case "session-over":
      return t("help.closed.sessionOver");
  }
}
