import { OctagonAlert } from "lucide-react";
import { useEffect, useRef, useState } from "react";
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
  const t = useT("frame");
  const sentence = useRefusalText();
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef<FormReply>(undefined);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (shown.current === reply) return;
    shown.current = reply;
    setNames(namesOfFields(formId, reply));
    box.current?.focus();
  }, [formId, reply]);
  const titleId = `${formId}-errors`;
  return (
    <div ref={box} className="notice danger" role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <OctagonAlert aria-hidden="true" />
      <div className="stack-2">
        <p id={titleId}>
          <strong>{t("form.errorTitle", { count: reply.refusals.length })}</strong>
        </p>
        <ul className="max-w-none">
          {reply.refusals.map((refusal) => (
            <li
              className="py-[0.15rem]"
              key={`${refusal.field ?? ""}:${refusal.code}:${JSON.stringify(refusal.data ?? {})}`}
            >
              {refusal.field ? (
                <a href={`#${fieldId(formId, refusal.field)}`}>
                  {names.has(refusal.field) && <strong>{names.get(refusal.field)} · </strong>}
                  {sentence(refusal)}
                </a>
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

/** The labels of the fields that were refused, as they stand on the page: "an answer is missing here" alone does not say where. */
function namesOfFields(formId: string, reply: FormReply): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { field } of reply.refusals) {
    const control = field && document.getElementById(fieldId(formId, field));
    if (!control) continue;
    const isChoice = control instanceof HTMLInputElement && control.type === "radio";
    const label = isChoice
      ? control.closest("fieldset")?.querySelector("legend")
      : document.querySelector(`label[for="${control.id}"]`);
    const text = wordsOf(label?.firstChild);
    if (text) names.set(field, text);
  }
  return names;
}

/** The words of a label, a space between those that stand on lines of their own. */
function wordsOf(node: ChildNode | null | undefined): string {
  const parts =
    node && node.childNodes.length > 1 ? [...node.childNodes].map(wordsOf) : [node?.textContent?.trim() ?? ""];
  return parts.filter(Boolean).join(" ");
}
