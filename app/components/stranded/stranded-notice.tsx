import { Copy, Send } from "lucide-react";
import { useId, useRef, useState } from "react";
import { forgetStranded, type StrandedEntry } from "~/app/hooks/document/stranded-texts";
import { useT } from "~/app/i18n/use-t";
import { Button } from "../button/button";
import { buttonClass } from "../button/button-class";
import { DialogButton } from "../dialog/dialog";
import { RefusalText } from "../form/refusal-text";
import { Notice } from "../notice/notice";
import { copyText } from "./copy-text";
import "./stranded.css";

export interface StrandedNoticeProps {
  readonly owner: string | undefined;
  readonly text: StrandedEntry;
}

/** Words that could not be saved, for the person who wrote them: to copy, to hand on, or to throw away. */
export function StrandedNotice({ owner, text }: StrandedNoticeProps) {
  const t = useT("stranded");
  const frame = useT("frame");
  const id = useId();
  const words = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const written = text.lines.join("\n\n");
  return (
    <Notice tone="warn" title={t("title")} live>
      <p>
        <Why reason={text.reason} /> {t("text")}
      </p>
      <div className="field-shell">
        <label htmlFor={id}>{text.title}</label>
        <textarea id={id} ref={words} readOnly rows={rowsOf(text.lines)} className="field" value={written} />
      </div>
      <div className="row">
        <Button
          icon={<Copy aria-hidden="true" />}
          onClick={async () => setCopied(await copyText(written, words.current))}
        >
          {t("copy")}
        </Button>
        <HandOn title={text.title} written={written} />
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
      <p role="status" className="small">
        {copied === null ? "" : t(copied ? "copied" : "notCopied")}
      </p>
    </Notice>
  );
}

/** Hands the words to another program of the device; where there is no such way, to its mails. */
function HandOn({ title, written }: { readonly title: string; readonly written: string }) {
  const t = useT("stranded");
  const label = (
    <>
      <Send aria-hidden="true" /> {t("handOn")}
    </>
  );
  const shared = { title, text: written };
  if (typeof navigator.share === "function" && navigator.canShare?.(shared)) {
    // Who closes the choice has changed their mind.
    return <Button onClick={() => void navigator.share(shared).catch(() => undefined)}>{label}</Button>;
  }
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(written)}`;
  return (
    <a className={buttonClass({})} href={mail}>
      {label}
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

const LETTERS_A_ROW = 40;
const MOST_ROWS = 8;

/** About as many rows as the words fill, on a phone. */
function rowsOf(lines: readonly string[]): number {
  const rows = lines.reduce((sum, line) => sum + 1 + Math.ceil((line.length + 1) / LETTERS_A_ROW), -1);
  return Math.min(MOST_ROWS, Math.max(2, rows));
}
