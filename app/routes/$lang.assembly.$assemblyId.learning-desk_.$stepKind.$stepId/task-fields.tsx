import { useLoaderData } from "@remix-run/react";
import { RadioCards } from "~/app/components/field/radio-cards";
import { TextAreaField } from "~/app/components/field/text-area-field";
import { Notice } from "~/app/components/notice/notice";
import { TASK_PROMPT_MAX } from "~/app/domain/learning/limits";
import { useT } from "~/app/i18n/use-t";
import { LocalisedFields } from "./localised-fields";
import type { loader } from "./route.server";
import { StepFields } from "./step-fields";

/** A task: what is asked, and who reads the answers. */
export function TaskFields() {
  const t = useT("learn");
  const { task, languages } = useLoaderData<typeof loader>();
  const fixed = task?.answered === true && task.sharing === "private";
  return (
    <>
      <StepFields title={task?.title} phaseId={task?.phaseId} minutes={task?.minutes} />
      <LocalisedFields languages={languages} label={t("edit.prompt")}>
        {(locale, label) => (
          <TextAreaField
            name={`prompt.${locale}`}
            label={label}
            hint={t("edit.promptHint")}
            rows={4}
            lang={locale}
            maxLength={TASK_PROMPT_MAX}
            defaultValue={task?.prompt[locale] ?? ""}
          />
        )}
      </LocalisedFields>
      {fixed && <Notice tone="info">{t("edit.sharingFixed")}</Notice>}
      <RadioCards
        name="sharing"
        label={t("edit.sharing")}
        defaultValue={task?.sharing ?? "private"}
        options={[
          { value: "private", label: t("edit.sharings.private"), hint: t("edit.sharings.privateHint") },
          { value: "group", label: t("edit.sharings.group"), hint: t("edit.sharings.groupHint"), disabled: fixed },
        ]}
      />
    </>
  );
}
