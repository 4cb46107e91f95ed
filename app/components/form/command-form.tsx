import { type FetcherWithComponents, Form, useFormAction, useNavigation } from "@remix-run/react";
import { type FormEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useAnswer } from "~/app/hooks/use-answer";
import { useRootData } from "~/app/hooks/use-root-data";
import { asDone, asReply, isOwnReply } from "./answer";
import { DoneNotice } from "./done-notice";
import { ErrorSummary } from "./error-summary";
import { tellsItself } from "./filled-from";
import { FormContext } from "./form-context";
import { isProofWanted, ProveAgain } from "./prove-again";

export interface CommandFormProps {
  /** Tells the forms of a page apart; posted as `intent`. */
  readonly intent?: string;
  /** Tells forms of one intent apart, in a list; posted as `form`. */
  readonly formId?: string;
  /** Posts without leaving the page; else the page itself is posted. */
  readonly fetcher?: FetcherWithComponents<unknown>;
  readonly action?: string;
  readonly hidden?: Readonly<Record<string, string | number>>;
  readonly encType?: "multipart/form-data";
  /** Lets the browser send it by itself, as without JavaScript: for an answer that sends it on. */
  readonly reloadDocument?: boolean;
  /** Called once when the command was not refused. */
  readonly onAccepted?: () => void;
  /** Empties the fields once the command was not refused: for "add another" forms. */
  readonly resetOnDone?: boolean;
  readonly className?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A form that asks for one command: it works without JavaScript, keeps what was typed, and does a thing once. */
export function CommandForm(props: CommandFormProps) {
  const { intent, formId, fetcher, action, hidden = {}, encType, className = "stack-4", label, children } = props;
  const id = `f${useId().replaceAll(/[^A-Za-z0-9]/g, "")}`;
  const { answer, busy } = useFormAnswer(props);
  const form = useRef<HTMLFormElement>(null);
  const commandId = useCommandId(id, answer);
  useAccepted(busy, answer, () => {
    if (props.resetOnDone) form.current?.reset();
    props.onAccepted?.();
  });

  const reply = asReply(answer);
  const target = useFormAction(action);
  const state = useMemo(() => ({ formId: id, reply, busy }), [id, reply, busy]);
  const Element = fetcher ? fetcher.Form : Form;
  return (
    <FormContext.Provider value={state}>
      {reply && isProofWanted(reply) && <ProveAgain reply={reply} action={target} />}
      <Element
        ref={form}
        method="post"
        noValidate
        className={className}
        aria-label={label}
        aria-busy={busy}
        onSubmit={keepInside}
        {...(action !== undefined && { action })}
        {...(encType && { encType })}
        {...(props.reloadDocument && { reloadDocument: true })}
      >
        {reply && reply.refusals.length > 0 && !isProofWanted(reply) && !tellsItself(reply) && (
          <ErrorSummary formId={id} reply={reply} />
        )}
        {asDone(answer) && (fetcher || intent === undefined) && <DoneNotice reply={answer} />}
        <input type="hidden" name="commandId" value={commandId} />
        {intent !== undefined && <input type="hidden" name="intent" value={intent} />}
        {formId !== undefined && <input type="hidden" name="form" value={formId} />}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children}
      </Element>
    </FormContext.Provider>
  );
}

/** In a dialog, React hands a submission on to forms around the dialog: it must stop at its own. */
function keepInside(event: FormEvent): void {
  event.stopPropagation();
}

/** The answer to this form and whether it is on its way. */
function useFormAnswer({ intent, formId, fetcher }: CommandFormProps): { answer: unknown; busy: boolean } {
  const pageAnswer = useAnswer();
  const navigation = useNavigation();
  if (fetcher) return { answer: fetcher.data, busy: fetcher.state !== "idle" };
  const reply = asReply(pageAnswer);
  const answer = reply && !isOwnReply(reply, { intent, formId }) ? undefined : pageAnswer;
  const sent = navigation.formData;
  const busy =
    sent !== undefined &&
    (intent === undefined || sent.get("intent") === intent) &&
    (formId === undefined || sent.get("form") === formId);
  return { answer, busy };
}

/** The same id for a double click or a retry; another one after each answer, so that a corrected form is a new command. */
function useCommandId(id: string, answer: unknown): string {
  const key = useRootData()?.formKey ?? "AAAAAAAAAAAAAAAAAAAAAA";
  const [seen, setSeen] = useState({ answer, count: 0 });
  if (answer !== undefined && seen.answer !== answer) setSeen({ answer, count: seen.count + 1 });
  return `${key}-${id}-${seen.count}`;
}

/** Calls once when a submission has come back and was not refused. */
function useAccepted(busy: boolean, answer: unknown, call: () => void): void {
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !busy && !asReply(answer)) call();
    wasBusy.current = busy;
  });
}
