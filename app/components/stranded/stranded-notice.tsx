import { TriangleAlert } from "lucide-react";
import { useT } from "~/app/i18n/use-t";
import type { StrandedEntry } from "~/realtime/browser/unsent/stranded-texts";
import { StrandedWords } from "./stranded-words";
import { useUnfolded } from "./use-unfolded";

export interface StrandedNoticeProps {
  readonly owner: string | undefined;
  /** At least one. */
  readonly texts: readonly StrandedEntry[];
}

/** One line on every page, that words could not be saved; it unfolds to the words, by itself on the page where they were written, once. */
export function StrandedNotice({ owner, texts }: StrandedNoticeProps) {
  const t = useT("stranded");
  const [isOpen, setOpen] = useUnfolded(owner, texts);
  return (
    <div className="notice warn">
      <TriangleAlert aria-hidden="true" />
      <details className="disclosure" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span role="status">{t("title")}</span>
        </summary>
        <div className="stack-4">
          <p>{t("text")}</p>
          {texts.map((text) => (
            <StrandedWords key={text.name} owner={owner} text={text} />
          ))}
        </div>
      </details>
    </div>
  );
}
