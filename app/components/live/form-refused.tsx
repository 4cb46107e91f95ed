import { useAnswer } from "~/app/hooks/use-answer";
import { asReply } from "../form/answer";
import { RefusalText } from "../form/refusal-text";
import { Notice } from "../notice/notice";

/** Without JavaScript: why the form that was sent was refused. */
export function FormRefused() {
  const reply = asReply(useAnswer());
  if (!reply) return null;
  return (
    <Notice tone="danger">
      {reply.refusals.map((refusal) => (
        <p key={refusal.code}>
          <RefusalText refusal={refusal} />
        </p>
      ))}
    </Notice>
  );
}
