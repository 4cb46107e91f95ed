import { useEffect, useRef } from "react";
import { Notice } from "~/app/components/notice/notice";
import { useT } from "~/app/i18n/use-t";

/** The link of somebody without an address, shown once: the eye and the caret are led to it. */
export function HandedLink({ name, link }: { readonly name: string; readonly link: string }) {
  const t = useT("team");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Notice tone="done" title={t("made.title", { name })} live>
      <div className="stack-2">
        <p>{t("made.text")}</p>
        <input
          ref={field}
          className="field"
          readOnly
          value={link}
          aria-label={t("made.label")}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
    </Notice>
  );
}
