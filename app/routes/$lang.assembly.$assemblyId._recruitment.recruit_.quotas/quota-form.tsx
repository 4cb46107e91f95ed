import { type FormEvent, useState } from "react";
import { SelectField } from "~/app/components/field/select-field";
import { asReply } from "~/app/components/form/answer";
import { CommandForm } from "~/app/components/form/command-form";
import { FilledFrom } from "~/app/components/form/filled-from";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useAccepted } from "~/app/hooks/use-accepted";
import { useAnswer } from "~/app/hooks/use-answer";
import { useT } from "~/app/i18n/use-t";
import { byFeature } from "./by-feature";
import { FeatureTable } from "./feature-table";
import type { FormLine } from "./form-line";
import { inPostedOrder } from "./in-posted-order";

export interface QuotaFormProps {
  readonly lines: readonly FormLine[];
  readonly seats: number;
  readonly people: number;
  /** Goes back with what is saved over these quotas. */
  readonly mark: string;
}

/** Minimum and maximum of every value, with the sums held against the seats while one types. */
export function QuotaForm({ lines: stored, seats, people, mark }: QuotaFormProps) {
  const t = useT("recruit");
  const answer = useAnswer();
  const reply = asReply(answer);
  const lines = inPostedOrder(stored, reply?.values.intent === "save" ? reply.values : undefined);
  // A proposal fills fields that are already on the page: they start anew with each answer.
  const [seen, setSeen] = useState({ answer, key: 0 });
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  if (seen.answer !== answer) {
    setSeen({ answer, key: seen.key + 1 });
    setTyped({});
  }
  // A file or a proposal that this page's own organiser has saved fills the fields anew.
  const taken = useAccepted("file", "relax");
  const saved = lines.flatMap(({ feature, value, quota }, at) =>
    (["min", "max"] as const).map((bound) => ({
      name: `${bound}.${at}`,
      label: t(`quotas.${bound}Of`, { feature, value }),
      saved: quota ? String(quota[bound]) : "",
    })),
  );
  const follow = ({ target }: FormEvent<HTMLDivElement>) => {
    if (!(target instanceof HTMLInputElement)) return;
    const { name, value } = target;
    if (name) setTyped((before) => ({ ...before, [name]: value }));
  };
  return (
    <CommandForm className="stack-8" intent="save" encType="multipart/form-data">
      <FilledFrom key={`from-${taken}`} mark={mark} fields={saved}>
        <div key={`${seen.key}-${taken}`} className="stack-8" onInput={follow}>
          {byFeature(lines).map(({ feature, rows }) => (
            <FeatureTable key={feature} feature={feature} rows={rows} seats={seats} people={people} typed={typed} />
          ))}
          <p className="text-s text-soft">{t("quotas.left")}</p>
        </div>
      </FilledFrom>
      <div className="row">
        <SubmitButton>{t("quotas.save")}</SubmitButton>
      </div>
      <section className="stack-4 rounded-m bg-sunk p-5" aria-labelledby="suggest">
        <h2 id="suggest" className="text-l">
          {t("quotas.suggest")}
        </h2>
        <p className="text-s text-soft max-w-measure">{t("quotas.suggestHint")}</p>
        <div className="row items-end">
          <SelectField
            name="margin"
            label={t("quotas.margin")}
            defaultValue="1"
            options={[0, 1, 2, 3].map((margin) => ({
              value: String(margin),
              label: margin === 0 ? t("quotas.marginNone") : t("quotas.marginOption", { count: margin }),
            }))}
          />
          <SubmitButton tone="plain" name="propose" value="yes">
            {t("quotas.suggest")}
          </SubmitButton>
        </div>
      </section>
    </CommandForm>
  );
}
