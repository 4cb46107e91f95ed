import { type ReactNode, useState } from "react";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useT } from "~/app/i18n/use-t";
import type { LiveCommandName } from "../../domain/deliberation/commands";
import { Button } from "../button/button";
import { type ButtonTone, buttonClass } from "../button/button-class";
import { Dialog } from "../dialog/dialog";
import { LiveForm, type LiveFormProps, LiveSubmit } from "./live-form";

export interface LiveConfirmProps<Name extends LiveCommandName> extends Omit<LiveFormProps<Name>, "className"> {
  /** What the button says. */
  readonly open: ReactNode;
  /** The question, as a sentence. */
  readonly title: string;
  readonly confirmLabel: string;
  readonly tone?: ButtonTone;
}

/** A button that first says what it will do, then asks for one live command. Without JavaScript the question opens below it. */
export function LiveConfirm<Name extends LiveCommandName>(props: LiveConfirmProps<Name>) {
  const { open, title, confirmLabel, tone = "plain", children, ...form } = props;
  const t = useT("frame");
  const hydrated = useHydrated();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const question = (
    <LiveForm {...(form as LiveFormProps<Name>)} onAccepted={close}>
      {children}
      <div className="row">
        <LiveSubmit tone={tone === "danger" ? "danger" : "main"}>{confirmLabel}</LiveSubmit>
        {hydrated && <Button onClick={close}>{t("cancel")}</Button>}
      </div>
    </LiveForm>
  );
  if (!hydrated) {
    return (
      <details>
        <summary className={buttonClass({ tone })}>{open}</summary>
        <div className="card stack-4 mt-3">
          <h2>{title}</h2>
          {question}
        </div>
      </details>
    );
  }
  return (
    <>
      <Button tone={tone} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {open}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        {question}
      </Dialog>
    </>
  );
}
