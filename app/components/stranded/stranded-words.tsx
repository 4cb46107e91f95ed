import { Copy, Mail, Send } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useT } from "~/app/i18n/use-t";
import { holdsSavedWords, piecesOf } from "~/realtime/browser/unsent/stranded-lines";
import { forgetStranded, type StrandedEntry } from "~/realtime/browser/unsent/stranded-texts";
import type { WrittenLine } from "~/realtime/browser/unsent/written-lines";
import { Button } from "../button/button";
import { buttonClass } from "../button/button-class";
import { DialogButton } from "../dialog/dialog";
import { RefusalText } from "../form/refusal-text";
import { copyText } from "./copy-text";

export interface StrandedWordsProps {
  readonly owner: string | undefined;
  readonly text: StrandedEntry;
}

const PAPER =
  "stack-2 max-h-48 overflow-x-hidden overflow-y-auto rounded-s border-[1.5px] border-dashed border-edge bg-paper px-4 py-[0.8rem] wrap-anywhere whitespace-pre-wrap";

/** Words that could not be saved, for the person who wrote them: to copy, to hand on, or to throw away. */
export function StrandedWords({ owner, text }: StrandedWordsProps) {
  const t = useT("stranded");
  const frame = useT("frame");
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const { title, lines, reason } = text;
  const written = lines.map(({ words }) => words).join("\n\n");
  const isMarked = holdsSavedWords(lines);
  return (
    <div className="stack-2">
      <p id={id}>
        <strong>{title}</strong>
      </p>
      <p>
        <Why reason={reason} /> {isMarked && t("marked")}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section ref={box} className={PAPER} tabIndex={0} aria-labelledby={id}>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a text that changes no more.
          <p key={at}>{isMarked ? <Marked line={line} /> : line.words}</p>
        ))}
      </section>
      <div className="row">
        <Button
          icon={<Copy aria-hidden="true" />}
          onClick={async () => setCopied(await copyText(written, box.current))}
        >
          {t("copy")}
        </Button>
        <HandOn title={title} written={written} />
        <DialogButton label={t("forget")} title={t("forgetTitle")} tone="quiet">
          {(close) => (
            <>
              <p>{t("forgetText")}</p>
              <div className="row">
                <Button tone="danger" onClick={() => forgetStranded(owner, text.name)}>
                  {t("forgetConfirm")}
                </Button>
                <Button onClick={close}>{frame("cancel")}</Button>
              </div>
            </>
          )}
        </DialogButton>
      </div>
      <p role="status" className="text-s">
        {copied === null ? "" : t(copied ? "copied" : "notCopied")}
      </p>
    </div>
  );
}

/** A line with the words emphasised that are not saved. */
function Marked({ line }: { readonly line: WrittenLine }) {
  return piecesOf(line).map(({ words, isUnsaved }, at) =>
    isUnsaved ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line that changes no more.
      <mark key={at} className="bg-accent-wash font-bold text-inherit">
        {words}
      </mark>
    ) : (
      words
    ),
  );
}

/** Hands the words to another program of the device; where there is no such way, to its mails. */
function HandOn({ title, written }: { readonly title: string; readonly written: string }) {
  const t = useT("stranded");
  const shared = { title, text: written };
  if (typeof navigator.share === "function" && navigator.canShare?.(shared)) {
    return (
      // Who closes the choice has changed their mind.
      <Button onClick={() => void navigator.share(shared).catch(() => undefined)}>
        <Send aria-hidden="true" /> {t("handOn")}
      </Button>
    );
  }
  return (
    <a
      className={buttonClass({})}
      href={`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(written)}`}
    >
      <Mail aria-hidden="true" /> {t("mail")}
    </a>
  );
}

/** The refusals of the sockets have sentences here, all others in the catalogue of refusals. */
function Why({ reason }: { readonly reason: string }) {
  const t = useT("stranded");
  switch (reason) {
    case "tooLarge":
    case "malformed":
    case "numberTaken":
    case "unknown":
    case "notPermitted":
      return <>{t(`why.${reason}`)}</>;
    default:
      return <RefusalText refusal={{ code: reason }} />;
  }
}
