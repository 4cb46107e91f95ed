import { FieldRefusals, useFieldParts } from "~/app/components/field/field-shell";
import { type TemplateName, templateNames, templates } from "~/app/domain/assembly/template";
import { useT } from "~/app/i18n/use-t";

export interface TemplateCardsProps {
  readonly chosen: TemplateName;
  readonly onChoose: (name: TemplateName) => void;
}

/** What an assembly may begin from, each with what it brings. */
export function TemplateCards({ chosen, onChoose }: TemplateCardsProps) {
  const t = useT("prepare");
  const { state, attributes } = useFieldParts({ name: "template" });
  return (
    <fieldset className="field-shell" aria-describedby={attributes["aria-describedby"]}>
      <legend>{t("template.label")}</legend>
      <FieldRefusals state={state} />
      <div className="grid max-w-160 gap-3">
        {templateNames.map((name, at) => {
          const { phases, sessions, seats } = templates[name];
          const counts = { phases: phases.length, sessions: sessions.length, seats };
          return (
            <label key={name} className="choice choice-card">
              <input
                id={at === 0 ? state.id : `${state.id}-${name}`}
                type="radio"
                name="template"
                value={name}
                defaultChecked={(state.typed?.[0] ?? chosen) === name}
                onChange={() => onChoose(name)}
              />
              <span>
                {t(`template.${name}.name`)}
                <span className="text-s text-soft block">{t(`template.${name}.text`)}</span>
                <span className="text-s text-soft block">{t("template.brings", counts)}</span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
