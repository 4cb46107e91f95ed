import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { Fragment, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { FormReply } from "~/app/domain/kernel/reply";
import { useAnswer } from "~/app/hooks/use-answer";
import { useT } from "~/app/i18n/use-t";
import { Notice } from "../notice/notice";
import { asReply } from "./answer";
import { FormContext } from "./form-context";
import { marksOf, plain, type SavedField, type Settled, settle, typedIn } from "./two-versions";

export interface FilledFromProps {
  /** The mark of what is saved now, as the page's loader has it. */
  readonly mark: string;
  /** What is saved now, field by field; what differs is shown when somebody else was faster. */
  readonly fields?: readonly SavedField[];
  /** The fields themselves: those that the second of two had not touched then take what the first has saved. */
  readonly children?: ReactNode;
}

/** Both versions, as they were put on the page: what is saved later still is told by another clash. */
interface Clash {
  readonly reply: FormReply;
  readonly mark: string;
  readonly fields: readonly SavedField[];
  /** What each field was when the form was filled. */
  readonly marks: string | null;
  readonly settled: Settled;
}

/**
 * Within a form that changes what is there: posts the mark of what the form was filled from, and tells the second of two who save.
 * The mark stays what it was when the fields were filled, even when the page fetches its data anew or the form comes back with a
 * mistake: only after both versions have been shown, or after it was saved, does the next try go over what is there now.
 */
export function FilledFrom({ mark, fields = [], children }: FilledFromProps) {
  const form = useContext(FormContext);
  const { reply, busy } = form;
  const [filledFrom, setFilledFrom] = useState({ mark, marks: marksOf(fields) });
  const [wasBusy, setWasBusy] = useState(busy);
  const [last, setLast] = useState<Clash>();
  if (wasBusy !== busy) {
    setWasBusy(busy);
    if (!busy && !reply) setFilledFrom({ mark, marks: marksOf(fields) });
  }
  // Once the page has fetched what is saved now.
  if (reply && isClash(reply) && !busy && last?.reply !== reply) {
    const marks = children === undefined ? null : plain(reply.values.was);
    setLast({ reply, mark, fields, marks, settled: settle(fields, reply.values, marks) });
  }
  const answered = last?.reply === reply ? last : undefined;
  const { clash, starts, input } = useTypedSince(answered, children !== undefined);
  const values = clash?.settled.values;
  const inside = useMemo(
    () => (reply && values ? { ...form, reply: { ...reply, values } } : form),
    [form, reply, values],
  );
  return (
    <>
      <input
        ref={input}
        type="hidden"
        name="seen"
        value={clash?.mark ?? String(reply?.values.seen ?? filledFrom.mark)}
      />
      {children !== undefined && (
        <input
          type="hidden"
          name="was"
          value={clash ? marksOf(clash.fields) : String(reply?.values.was ?? filledFrom.marks)}
        />
      )}
      {/* Each answer is a notice of its own, which takes the focus. */}
      {clash && <OtherVersion key={String(clash.reply.values.commandId)} {...clash} />}
      <FormContext.Provider value={inside}>
        {/* Fields that are on the page show another value only when they start anew. */}
        <Fragment key={starts}>{children}</Fragment>
      </FormContext.Provider>
    </>
  );
}

/**
 * The clash with what stands in the fields now: whoever typed on while the answer was on its way keeps that too. `starts` grows each time
 * the fields have to start anew.
 */
function useTypedSince(answered: Clash | undefined, mayTake: boolean) {
  const input = useRef<HTMLInputElement>(null);
  const [since, setSince] = useState<{ readonly of: Clash; readonly settled: Settled; readonly starts: number }>();
  useEffect(() => {
    const form = input.current?.form;
    if (!answered || !mayTake || !form) return;
    const settled = settle(answered.fields, untouchedAgain(typedIn(form), answered), answered.marks);
    setSince((before) => ({ of: answered, settled, starts: (before?.starts ?? 0) + 1 }));
  }, [answered, mayTake]);
  const clash = answered && since?.of === answered ? { ...answered, settled: since.settled } : answered;
  return { clash, starts: since?.starts, input };
}

/** A field that nobody has typed in may show what it took over already. */
function untouchedAgain(typed: FormReply["values"], { reply, settled }: Clash): FormReply["values"] {
  const shown = settled.taken.filter(({ name, saved }) => plain(typed[name]) === plain(saved));
  return { ...typed, ...Object.fromEntries(shown.map(({ name }) => [name, reply.values[name] ?? ""])) };
}

/** Whether this answer says that somebody else was faster. */
export function isClash(reply: FormReply | undefined): boolean {
  return reply?.refusals.some(({ code }) => code === "changed-meanwhile") ?? false;
}

/** A form that sends what it was filled from tells a clash where both versions stand, and not on top as well. */
export function tellsItself(reply: FormReply): boolean {
  return isClash(reply) && reply.refusals.length === 1 && reply.values.seen !== undefined;
}

/** The page's last answer, when somebody else was faster than one of these intents. */
export function useClash(...intents: readonly string[]): boolean {
  const reply = asReply(useAnswer());
  return isClash(reply) && intents.includes(String(reply?.values.intent));
}

/**
 * For routes with such forms, as `shouldRevalidate`: after a clash the page needs what is saved now, to show it, and to let it be saved
 * over knowingly.
 */
export function afterClash({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}

function OtherVersion({ fields, settled: { values, differing, taken } }: Clash) {
  const t = useT("frame");
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const words = differing.length > 0 || fields.length === 0 ? "text" : taken.length > 0 ? "apart" : "same";
  return (
    <div ref={box} role="alert" tabIndex={-1}>
      <Notice tone="warn" title={t("otherVersion.title")}>
        <p>{t(`otherVersion.${words}`)}</p>
        {differing.length > 0 && (
          <dl className="stack-4">
            {differing.map(({ name, label, saved, show = (value) => value }) => (
              <div key={name} className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-x-6 gap-y-1">
                <dt className="col-span-full">
                  <strong>{label}</strong>
                </dt>
                <Version said={t("otherVersion.theirs")} text={show(saved)} />
                <Version said={t("otherVersion.yours")} text={show(plain(values[name]))} />
              </div>
            ))}
          </dl>
        )}
        {taken.length > 0 && <p>{t("otherVersion.taken", { fields: taken.map(({ label }) => label).join(" · ") })}</p>}
      </Notice>
    </div>
  );
}

function Version({ said, text }: { readonly said: string; readonly text: string }) {
  return (
    <dd className="min-w-0">
      <span className="text-soft text-s block">{said}</span>
      <span className="whitespace-pre-line break-words">{text || "–"}</span>
    </dd>
  );
}
