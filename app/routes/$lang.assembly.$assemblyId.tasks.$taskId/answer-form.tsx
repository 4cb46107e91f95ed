import { useLoaderData } from "@remix-run/react";
import { Button } from "~/app/components/button/button";
import { FieldShell } from "~/app/components/field/field-shell";
import { CommandForm } from "~/app/components/form/command-form";
import { FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Notice } from "~/app/components/notice/notice";
import { TASK_ANSWER_MAX } from "~/app/domain/learning/limits";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useLocale } from "~/app/hooks/use-locale";
import { useRootData } from "~/app/hooks/use-root-data";
import { formatDayTime } from "~/app/i18n/format-date";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";
import { useDraft } from "./use-draft";

/** The member's own answer: kept on the device until the server has it, then "saved" with the server's time. */
export function AnswerForm() {
  const t = useT("learn");
  const locale = useLocale();
  const hydrated = useHydrated();
  const { timeZone } = useAssembly();
  const { id, own, sharing, mark } = useLoaderData<typeof loader>();
  // Tablets are borrowed: what somebody has not sent is theirs.
  const person = useRootData()?.signedIn?.id ?? "";
  const draft = useDraft(`hemicycle.task.${id}.${person}`, own?.text ?? "");
  const when = own && formatDayTime({ atMs: own.answeredAtMs, locale, timeZone });
  return (
    <CommandForm hidden={{ sharing }}>
      <FilledFrom mark={mark} fields={[{ name: "text", label: t("task.label"), saved: own?.text ?? "" }]} />
      {draft.found && draft.unsaved && (
        <Notice tone="info">
          <p>{t("task.draftFound")}</p>
          {own && (
            <Button tone="quiet" onClick={draft.forget}>
              {t("task.draftForget")}
            </Button>
          )}
        </Notice>
      )}
      <FieldShell name="text" label={t("task.label")} hint={t("task.hint")}>
        {(attributes, typed) => (
          <textarea
            {...attributes}
            className="field"
            rows={7}
            maxLength={TASK_ANSWER_MAX}
            {...(hydrated
              ? { value: draft.text, onChange: (event) => draft.change(event.target.value) }
              : { defaultValue: typed?.[0] ?? own?.text ?? "" })}
          />
        )}
      </FieldShell>
      <div className="row">
        <SubmitButton big>{t(own ? "task.saveAgain" : "task.save")}</SubmitButton>
        <p role="status" className="text-soft text-s">
          {draft.unsaved ? draft.text !== "" && t("task.draftKept") : when && t("task.savedAt", { when })}
        </p>
      </div>
    </CommandForm>
  );
}
