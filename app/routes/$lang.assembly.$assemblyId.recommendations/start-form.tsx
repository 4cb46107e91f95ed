import { CheckboxField } from "~/app/components/field/checkbox-field";
import { RadioCards } from "~/app/components/field/radio-cards";
import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useGroupLabel } from "~/app/components/recommendation/group-label";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { ListView } from "./view";

type Start = NonNullable<ListView["start"]>;

/** Where a recommendation begins: the group that writes it, and the ideas it comes from. */
export function StartForm({ start }: { readonly start: Start }) {
  const t = useT("draft");
  const groupLabel = useGroupLabel();
  const { groups, ideas } = start;
  return (
    <section id="start" className="card stack-4" aria-labelledby="start-title">
      <h2 id="start-title">{t("start.title")}</h2>
      <p>{t("start.text")}</p>
      <CommandForm label={t("start.title")}>
        {groups.length > 0 && (
          <RadioCards
            name="groupId"
            label={t("start.for")}
            defaultValue={groups[0]?.id ?? ""}
            options={[
              ...groups.map((group) => ({ value: group.id, label: groupLabel(group), hint: t("start.groupHint") })),
              { value: "", label: t("start.alone"), hint: t("start.aloneHint") },
            ]}
          />
        )}
        <Ideas ideas={ideas} />
        <TextField name="title" label={t("start.name")} hint={t("start.nameHint")} maxLength={200} optional />
        <SubmitButton>{t("start.submit")}</SubmitButton>
      </CommandForm>
    </section>
  );
}

function Ideas({ ideas }: { readonly ideas: Start["ideas"] }) {
  const t = useT("draft");
  const locale = useLocale();
  const groupLabel = useGroupLabel();
  if (ideas.length === 0) return <p className="text-soft">{t("start.noIdeas")}</p>;
  return (
    <fieldset className="field-shell">
      <legend>{t("start.ideas")}</legend>
      <div className="text-s text-soft">{t("start.ideasHint")}</div>
      {ideas.map(({ id, text, language, authors, group }) => (
        <CheckboxField
          key={id}
          name="ideaIds"
          value={id}
          label={<span lang={language}>{text}</span>}
          hint={[formatList(authors, locale), group && groupLabel(group)].filter(Boolean).join(" · ")}
        />
      ))}
    </fieldset>
  );
}
