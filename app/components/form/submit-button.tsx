import { LoaderCircle } from "lucide-react";
import { type ReactNode, useContext } from "react";
import { useT } from "~/app/i18n/use-t";
import { type ButtonTone, buttonClass } from "../button/button-class";
import { FormContext } from "./form-context";

export interface SubmitButtonProps {
  readonly children: ReactNode;
  readonly tone?: ButtonTone;
  readonly big?: boolean;
  readonly busyLabel?: string;
  readonly name?: string;
  readonly value?: string;
  /** The page is over: nothing can be sent from it any more. */
  readonly disabled?: boolean;
}

/** Sends the form around it. It is not disabled while it does: a second click posts the same command, which is done once. */
export function SubmitButton({
  children,
  tone = "main",
  big,
  busyLabel,
  name,
  value,
  disabled = false,
}: SubmitButtonProps) {
  const { busy } = useContext(FormContext);
  const t = useT("frame");
  return (
    <button
      type="submit"
      name={name}
      value={value}
      disabled={disabled}
      className={buttonClass({ tone, big })}
      aria-busy={busy}
    >
      {busy && <LoaderCircle aria-hidden="true" className="animate-spin" />}
      {busy ? (busyLabel ?? t("form.busy")) : children}
    </button>
  );
}
