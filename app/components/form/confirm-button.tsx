import type { FetcherWithComponents } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { useAnswer } from "~/app/hooks/use-answer";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useT } from "~/app/i18n/use-t";
import { Button } from "../button/button";
import { type ButtonTone, buttonClass } from "../button/button-class";
import { Dialog } from "../dialog/dialog";
import { asReply, isOwnReply } from "./answer";
import { CommandForm } from "./command-form";
import { SubmitButton } from "./submit-button";

export interface ConfirmButtonProps {
  readonly label: ReactNode;
  /** The question, as a sentence. */
  readonly title: string;
  readonly confirmLabel: string;
  readonly tone?: ButtonTone;
  readonly big?: boolean;
  readonly intent?: string;
  readonly formId?: string;
  readonly fetcher?: FetcherWithComponents<unknown>;
  readonly action?: string;
  readonly hidden?: Readonly<Record<string, string | number>>;
  /** What will happen and for whom, and fields such as a reason. */
  readonly children?: ReactNode;
}

/** A button that first says what it will do. Without JavaScript the same question opens below it. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, tone = "plain", big, children } = props;
  const hydrated = useHydrated();
  const refused = useRefused(props);
  // What was refused is said inside: a page that was loaded again with its answer opens there.
  const [isOpen, setOpen] = useState(refused);
  const close = () => setOpen(false);
  if (!hydrated) {
    return (
      <details open={refused}>
        <summary className={buttonClass({ tone, big })}>{label}</summary>
        <div className="card stack-4 mt-3">
          <h2>{title}</h2>
          <Question {...props} onAccepted={close}>
            {children}
          </Question>
        </div>
      </details>
    );
  }
  return (
    <>
      <Button tone={tone} big={big} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        <Question {...props} onAccepted={close} onCancel={close}>
          {children}
        </Question>
      </Dialog>
    </>
  );
}

/** Whether the page's last answer refused this question; a fetcher's answers stay where they were asked. */
function useRefused({ intent, formId, fetcher }: ConfirmButtonProps): boolean {
  const reply = asReply(useAnswer());
  return !fetcher && intent !== undefined && reply?.values.intent === intent && isOwnReply(reply, { intent, formId });
}

interface QuestionProps extends ConfirmButtonProps {
  readonly onAccepted: () => void;
  readonly onCancel?: () => void;
}

function Question({
  intent,
  formId,
  fetcher,
  action,
  hidden,
  tone,
  confirmLabel,
  children,
  onAccepted,
  onCancel,
}: QuestionProps) {
  const t = useT("frame");
  const own = {
    ...(intent !== undefined && { intent }),
    ...(formId !== undefined && { formId }),
    ...(fetcher && { fetcher }),
    ...(action !== undefined && { action }),
    ...(hidden && { hidden }),
  };
  return (
    <CommandForm {...own} onAccepted={onAccepted}>
      {typeof children === "string" ? <p>{children}</p> : children}
      <div className="row">
        <SubmitButton tone={tone === "danger" ? "danger" : "main"}>{confirmLabel}</SubmitButton>
        {onCancel && <Button onClick={onCancel}>{t("cancel")}</Button>}
      </div>
    </CommandForm>
  );
}
