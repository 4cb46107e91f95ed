import { type FormEvent, type ReactNode, useId, useMemo, useRef, useState } from "react";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useRootData } from "~/app/hooks/use-root-data";
import { useT } from "~/app/i18n/use-t";
import type { LiveCommandName, LiveCommands } from "../../domain/deliberation/commands";
import type { FormReply } from "../../domain/kernel/reply";
import { textsByName } from "../../domain/kernel/texts-by-name";
import type { ButtonTone } from "../button/button-class";
import { FormContext } from "../form/form-context";
import { RefusalText } from "../form/refusal-text";
import { SubmitButton } from "../form/submit-button";
import { gatherLiveForm } from "./gather-live-form";
import { useLive } from "./live-context";

export interface LiveFormProps<Name extends LiveCommandName> {
  readonly command: Name;
  /** What the page knows; fields of the form add what the person chooses (see `gatherLiveForm`). */
  readonly input: Partial<LiveCommands[Name]>;
  readonly onAccepted?: () => void;
  readonly className?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A form that asks for one live command: over the live connection, or without JavaScript as a form. */
export function LiveForm<Name extends LiveCommandName>(props: LiveFormProps<Name>) {
  const { command, input, onAccepted, className = "stack-4", label, children } = props;
  const { send, sessionId } = useLive();
  const hydrated = useHydrated();
  const key = useRootData()?.formKey ?? "AAAAAAAAAAAAAAAAAAAAAA";
  const id = `l${useId().replaceAll(/[^A-Za-z0-9]/g, "")}`;
  const [busy, setBusy] = useState(false);
  const [reply, setReply] = useState<FormReply>();
  const asking = useRef(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.stopPropagation();
    if (!hydrated) return;
    event.preventDefault();
    if (asking.current) return;
    const form = new FormData(event.currentTarget);
    asking.current = true;
    setBusy(true);
    const result = await send(command, gatherLiveForm(form).input as unknown as LiveCommands[Name]);
    asking.current = false;
    setBusy(false);
    setReply(result.ok ? undefined : { refusals: [result.refusal], values: valuesOf(form) });
    if (result.ok) onAccepted?.();
  };
  const state = useMemo(() => ({ formId: id, reply, busy }), [id, reply, busy]);
  return (
    <FormContext.Provider value={state}>
      <form
        method="post"
        noValidate
        className={className}
        aria-label={label}
        aria-busy={busy}
        onSubmit={(event) => void submit(event)}
      >
        <input type="hidden" name="commandId" value={`${key}-${id}`} />
        <input type="hidden" name="intent" value={command} />
        <input type="hidden" name="input" value={JSON.stringify({ sessionId, ...input })} />
        {children}
        <FormRefusals reply={reply} />
      </form>
    </FormContext.Provider>
  );
}

function valuesOf(form: FormData): FormReply["values"] {
  return Object.fromEntries(textsByName(form));
}

/** What was refused, unless a field shows it. */
function FormRefusals({ reply }: { readonly reply: FormReply | undefined }) {
  return (
    <div role="alert" className="empty:hidden [.contents>&]:basis-full">
      {reply?.refusals
        .filter(({ field }) => field === undefined || !(field in reply.values))
        .map((refusal) => (
          <p key={refusal.code} className="field-error">
            <RefusalText refusal={refusal} />
          </p>
        ))}
    </div>
  );
}

/** The button of a live form. Without the network it says that the command waits; on a page that is over it is closed. */
export function LiveSubmit(props: {
  readonly children: ReactNode;
  readonly tone?: ButtonTone;
  readonly big?: boolean;
}) {
  const { connection } = useLive();
  const t = useT("live");
  const isOver = connection === "signed-out" || connection === "refused";
  return <SubmitButton {...props} disabled={isOver} {...(connection !== "online" && { busyLabel: t("form.waits") })} />;
}

export interface LiveButtonProps<Name extends LiveCommandName>
  extends Omit<LiveFormProps<Name>, "className" | "label"> {
  readonly tone?: ButtonTone;
  readonly big?: boolean;
}

/** One button, one live command. */
export function LiveButton<Name extends LiveCommandName>({
  tone = "plain",
  big = false,
  children,
  ...form
}: LiveButtonProps<Name>) {
  return (
    <LiveForm {...(form as LiveFormProps<Name>)} className="contents">
      <LiveSubmit tone={tone} big={big}>
        {children}
      </LiveSubmit>
    </LiveForm>
  );
}
