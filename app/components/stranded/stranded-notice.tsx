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
    <div className="notice warn items-start py-0">
      <TriangleAlert className="my-[0.7rem]" aria-hidden="true" />
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="min-h-target py-2 text-s leading-[1.4] font-semibold text-accent">
          <span role="status">{t("title")}</span>
        </summary>
        <div className="stack-4 pb-3">
          <p>{t("text")}</p>
          {texts.map((text) => (
            <StrandedWords key={text.name} owner={owner} text={text} />
          ))}
        </div>
      </details>
    </div>
  );
}
