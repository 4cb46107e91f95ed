import { type ShouldRevalidateFunctionArgs, useActionData } from "@remix-run/react";
import { useContext, useState } from "react";
import type { FormReply } from "~/app/domain/kernel/reply";
import { useT } from "~/app/i18n/use-t";
import { Notice } from "../notice/notice";
import { asReply } from "./answer";
import { FormContext } from "./form-context";

/** One field as it is saved now. `show` says a choice in words. */
export interface SavedField {
  readonly name: string;
  readonly label: string;
  readonly saved: string;
  readonly show?: (value: string) => string;
}

export interface FilledFromProps {
  /** The mark of what is saved now, as the page's loader has it. */
  readonly mark: string;
  /** What is saved now, field by field; what differs is shown when somebody else was faster. */
  readonly fields?: readonly SavedField[];
}

/**
 * Within a form that changes what is there: posts the mark of what the form was filled from, and tells the second of two who save.
 * The mark stays what it was when the fields were filled, even when the page fetches its data anew or the form comes back with a
 * mistake: only after both versions have been shown, or after it was saved, does the next try go over what is there now.
 */
export function FilledFrom({ mark, fields = [] }: FilledFromProps) {
  const { reply, busy } = useContext(FormContext);
  const [filledFrom, setFilledFrom] = useState(mark);
  const [wasBusy, setWasBusy] = useState(busy);
  if (wasBusy !== busy) {
    setWasBusy(busy);
    if (!busy && !reply) setFilledFrom(mark);
  }
  const clash = isClash(reply);
  const posted = clash ? mark : String(reply?.values.seen ?? filledFrom);
  return (
    <>
      <input type="hidden" name="seen" value={posted} />
      {/* Once the page has fetched what is saved now. */}
      {clash && reply && !busy && <OtherVersion fields={fields} typed={reply.values} />}
    </>
  );
}

/** Whether this answer says that somebody else was faster. */
export function isClash(reply: FormReply | undefined): boolean {
  return reply?.refusals.some(({ code }) => code === "changed-meanwhile") ?? false;
}

/** The page's last answer, when somebody else was faster than one of these intents. */
export function useClash(...intents: readonly string[]): boolean {
  const reply = asReply(useActionData());
  return isClash(reply) && intents.includes(String(reply?.values.intent));
}

/**
 * For routes with such forms, as `shouldRevalidate`: after a clash the page needs what is saved now, to show it, and to let it be saved
 * over knowingly.
 */
export function afterClash({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}

interface OtherVersionProps {
  readonly fields: readonly SavedField[];
  readonly typed: FormReply["values"];
}

function OtherVersion({ fields, typed }: OtherVersionProps) {
  const t = useT("frame");
  const differing = fields.filter(({ name, saved }) => plain(typed[name]) !== plain(saved));
  return (
    <Notice tone="warn" title={t("otherVersion.title")}>
      <p>{t(fields.length > 0 && differing.length === 0 ? "otherVersion.same" : "otherVersion.text")}</p>
      <dl className="stack">
        {differing.map(({ name, label, saved, show = (value) => value }) => (
          <div key={name} className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-x-6 gap-y-1">
            <dt className="col-span-full">
              <strong>{label}</strong>
            </dt>
            <Version said={t("otherVersion.theirs")} text={show(saved)} />
            <Version said={t("otherVersion.yours")} text={show(plain(typed[name]))} />
          </div>
        ))}
      </dl>
    </Notice>
  );
}

function Version({ said, text }: { readonly said: string; readonly text: string }) {
  return (
    <dd className="min-w-0">
      <span className="soft small block">{said}</span>
      <span className="whitespace-pre-line break-words">{text || "–"}</span>
    </dd>
  );
}

/** Browsers send line ends of their own. */
function plain(typed: string | readonly string[] | undefined): string {
  return String(typed ?? "")
    .replaceAll("\r\n", "\n")
    .trim();
}
