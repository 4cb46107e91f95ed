import { useNavigation } from "@remix-run/react";
import { useState } from "react";
import { asReply } from "~/app/components/form/answer";
import { useAnswer } from "~/app/hooks/use-answer";

/** How many times forms of these intents have been sent from this page and were not refused. */
export function useAccepted(...intents: readonly string[]): number {
  const sent = useNavigation().formData?.get("intent");
  const reply = asReply(useAnswer());
  const busy = typeof sent === "string" && intents.includes(sent);
  const [seen, setSeen] = useState({ busy, times: 0 });
  const times = seen.busy && !busy && !reply ? seen.times + 1 : seen.times;
  if (seen.busy !== busy) setSeen({ busy, times });
  return times;
}
