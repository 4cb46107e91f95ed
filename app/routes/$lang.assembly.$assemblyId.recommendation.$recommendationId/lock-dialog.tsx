import { useState } from "react";
import { Button } from "~/app/components/button/button";
import { Dialog } from "~/app/components/dialog/dialog";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Notice } from "~/app/components/notice/notice";
import type { RowField } from "~/app/domain/drafting/row-fields";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";

type Missing = readonly ("title-missing" | "action-missing")[];

export interface LockDialogProps {
  /** The fields as they are on the screen: the server locks these, or says that they changed. */
  readonly seen: Readonly<Record<RowField, string>>;
  readonly writers: readonly string[];
  readonly missing: () => Missing;
  readonly saveAll: () => Promise<boolean>;
}

/** Submitting: first everything typed is saved, then the question says what a lock means, or what is still missing. */
export function LockDialog({ seen, writers, missing, saveAll }: LockDialogProps) {
  const t = useT("draft");
  const [asked, setAsked] = useState<{ saved: boolean; missing: Missing } | null>(null);
  const [busy, setBusy] = useState(false);
  const ask = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const saved = await saveAll();
    setBusy(false);
    setAsked({ saved, missing: missing() });
  };
  return (
    <>
      <Button tone="main" aria-haspopup="dialog" aria-busy={busy || undefined} onClick={() => void ask()}>
        {t("lock.label")}
      </Button>
      <Dialog title={t("lock.title")} isOpen={asked !== null} onClose={() => setAsked(null)}>
        {asked && !asked.saved && <Notice tone="warn" title={t("lock.notYet")} />}
        {asked?.saved && asked.missing.length > 0 && <MissingList missing={asked.missing} />}
        {asked?.saved && asked.missing.length === 0 && (
          <LockForm seen={seen} writers={writers} onCancel={() => setAsked(null)} />
        )}
      </Dialog>
    </>
  );
}

function MissingList({ missing }: { readonly missing: Missing }) {
  const t = useT("draft");
  return (
    <div className="stack-2">
      <p>{t("lock.missing")}</p>
      <ul>
        {missing.map((code) => (
          <li key={code}>{t(`missing.${code}`)}</li>
        ))}
      </ul>
    </div>
  );
}

interface LockFormProps extends Pick<LockDialogProps, "seen" | "writers"> {
  readonly onCancel: () => void;
}

function LockForm({ seen, writers, onCancel }: LockFormProps) {
  const t = useT("draft");
  const frame = useT("frame");
  const locale = useLocale();
  return (
    <CommandForm intent="lock" hidden={seen}>
      <p>{t("lock.text")}</p>
      {writers.length > 0 && (
        <Notice tone="warn" title={t("lock.others", { count: writers.length, names: formatList(writers, locale) })} />
      )}
      <div className="row">
        <SubmitButton>{t("lock.confirm")}</SubmitButton>
        <Button onClick={onCancel}>{frame("cancel")}</Button>
      </div>
    </CommandForm>
  );
}
