import { RichText } from "~/app/components/rich-text/rich-text";
import type { RevisionContent } from "~/app/domain/drafting/revision-content";
import { plainText } from "~/app/domain/drafting/rich-text";
import { useT } from "~/app/i18n/use-t";

export interface RecommendationTextProps {
  readonly content: RevisionContent;
  readonly language: string;
  /** The level of the fields' titles. */
  readonly level?: 2 | 3 | 4;
  /** The action is shown already, as the first paragraph of the page. */
  readonly withoutAction?: boolean;
}

/** The frozen text of a recommendation, field by field; empty fields are left out. */
export function RecommendationText({ content, language, level = 3, withoutAction }: RecommendationTextProps) {
  const t = useT("site");
  const Title = `h${level}` as const;
  return (
    <div className="stack-4" lang={language}>
      {(["action", "reasons"] as const).map((field) =>
        plainText(content[field]) === "" || (withoutAction && field === "action") ? null : (
          <section key={field} className="stack-2">
            <Title className="field-title">{t(`booklet.fields.${field}`)}</Title>
            <RichText node={content[field]} />
          </section>
        ),
      )}
      {(["addressee", "cost"] as const).map((field) =>
        content[field] === "" ? null : (
          <section key={field} className="stack-2">
            <Title className="field-title">{t(`booklet.fields.${field}`)}</Title>
            <p className="whitespace-pre-line">{content[field]}</p>
          </section>
        ),
      )}
      {plainText(content.tradeOffs) !== "" && (
        <section className="stack-2">
          <Title className="field-title">{t("booklet.fields.tradeOffs")}</Title>
          <RichText node={content.tradeOffs} />
        </section>
      )}
    </div>
  );
}
