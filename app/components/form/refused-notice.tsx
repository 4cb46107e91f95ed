import { useAnswer } from "~/app/hooks/use-answer";
import { Notice } from "../notice/notice";
import { asReply } from "./answer";
import { RefusalText } from "./refusal-text";

/**
 * Says why something was refused whose form may be gone from the page by now: what was proposed to two people was taken by the other.
 * Only for the intents named.
 */
export function RefusedNotice({ intents }: { readonly intents: readonly string[] }) {
  const reply = asReply(useAnswer());
  const intent = reply?.values.intent;
  if (!reply || typeof intent !== "string" || !intents.includes(intent)) return null;
  return (
    <Notice tone="danger" live>
      {reply.refusals.map((refusal) => (
        <p key={refusal.code}>
          <RefusalText refusal={refusal} />
        </p>
      ))}
    </Notice>
  );
}
