import { Button } from "~/app/components/button/button";
import type { useSavedFields } from "~/app/components/editor/use-saved-fields";
import { FieldShell } from "~/app/components/field/field-shell";
import { Notice } from "~/app/components/notice/notice";
import { type RowField, rowFieldLimits } from "~/app/domain/drafting/row-fields";
import { useT } from "~/app/i18n/use-t";

export interface RowFieldInputProps {
  readonly field: RowField;
  readonly language: string;
  readonly fields: ReturnType<typeof useSavedFields>;
}

/** A short field that saves itself; when somebody else wrote there too, both texts are shown and nothing is lost. */
export function RowFieldInput({ field, language, fields: { typed, conflicts, saver } }: RowFieldInputProps) {
  const t = useT("draft");
  const conflict = conflicts.find((one) => one.field === field);
  const control = {
    lang: language,
    maxLength: rowFieldLimits[field],
    value: typed[field],
    onBlur: () => void saver.flush(),
  };
  return (
    <div className={field === "title" ? "title-field" : undefined}>
      <FieldShell name={field} label={t(`fields.${field}`)} {...(field !== "title" && { hint: t(`hints.${field}`) })}>
        {(attributes) =>
          field === "title" ? (
            <textarea
              {...attributes}
              {...control}
              rows={1}
              className="field"
              autoComplete="off"
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
              onChange={(event) => saver.type(field, event.target.value.replaceAll(/\s*\n\s*/g, " "))}
            />
          ) : (
            <textarea
              {...attributes}
              {...control}
              rows={2}
              className="field"
              onChange={(event) => saver.type(field, event.target.value)}
            />
          )
        }
      </FieldShell>
      {conflict && (
        <Notice tone="warn" live title={t("status.fieldConflict", { field: t(`fields.${field}`) })}>
          <p>{t("status.fieldTheirs", { text: conflict.theirs })}</p>
          <div className="row">
            <Button onClick={() => saver.settle(field, "mine")}>{t("status.keepMine")}</Button>
            <Button onClick={() => saver.settle(field, "theirs")}>{t("status.takeTheirs")}</Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
