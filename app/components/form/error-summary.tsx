import { OctagonAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import type { FormReply } from "~/app/domain/kernel/reply";
import { useT } from "~/app/i18n/use-t";
import { fieldId } from "./form-context";
import { useRefusalText } from "./refusal-text";

export interface ErrorSummaryProps {
  readonly formId: string;
  readonly reply: FormReply;
}

/** Everything that was refused, on top of the form, each with a way to its field. It takes the focus, so that it is read out. */
export function ErrorSummary({ formId, reply }: ErrorSummaryProps) {
  const t = useT("common");
  const sentence = useRefusalText();
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<FormReply>(undefined);
  useEffect(() => {
    if (shown.current === reply) return;
    shown.current = reply;
    box.current?.focus();
  }, [reply]);
  const titleId = `${formId}-errors`;
  return (
    <div ref={box} className="notice danger error-summary" role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <OctagonAlert aria-hidden="true" />
      <div className="stack-s">
        <p id={titleId}>
          <strong>{t("form.errorTitle", { count: reply.refusals.length })}</strong>
        </p>
        <ul className="plain">
          {reply.refusals.map((refusal) => (
            <li key={`${refusal.field ?? ""}:${refusal.code}:${JSON.stringify(refusal.data ?? {})}`}>
              {refusal.field ? (
                <a href={`#${fieldId(formId, refusal.field)}`}>{sentence(refusal)}</a>
              ) : (
                sentence(refusal)
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
