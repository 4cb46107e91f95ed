import { useLoaderData } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { CheckboxField } from "~/app/components/field/checkbox-field";
import { RadioCards } from "~/app/components/field/radio-cards";
import { TextField } from "~/app/components/field/text-field";
import { useFieldState } from "~/app/components/form/form-context";
import { oneOf } from "~/app/domain/kernel/one-of";
import { type MaterialKind, materialKinds } from "~/app/domain/learning/material";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useT } from "~/app/i18n/use-t";
import { BodyField } from "./body-field";
import { LocalisedFields } from "./localised-fields";
import type { loader } from "./route.server";
import { StepFields } from "./step-fields";

/** A document: what it is decides whether it has a text or an address. Without JavaScript both are there. */
export function MaterialFields() {
  const t = useT("learn");
  const hydrated = useHydrated();
  const { material, languages } = useLoaderData<typeof loader>();
  const { typed } = useFieldState("kind");
  const [kind, setKind] = useState<MaterialKind>(oneOf(materialKinds, typed?.[0]) ?? material?.kind ?? "reading");
  const choose = ({ target }: FormEvent<HTMLDivElement>) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "kind") return;
    setKind((before) => oneOf(materialKinds, target.value) ?? before);
  };
  return (
    <>
      <div onChange={choose}>
        <RadioCards
          name="kind"
          label={t("edit.kind")}
          inline
          defaultValue={kind}
          options={materialKinds.map((value) => ({ value, label: t(`edit.kinds.${value}`) }))}
        />
      </div>
      <StepFields title={material?.title} phaseId={material?.phaseId} minutes={material?.minutes} />
      <div hidden={hydrated && kind !== "reading"} className="stack-4">
        <LocalisedFields languages={languages} label={t("edit.body")}>
          {(locale, label) => <BodyField locale={locale} label={label} defaultValue={material?.body[locale] ?? ""} />}
        </LocalisedFields>
      </div>
      <div hidden={hydrated && kind === "reading"}>
        <TextField
          name="url"
          type="url"
          label={t("edit.url")}
          hint={t("edit.urlHint")}
          placeholder="https://"
          defaultValue={material?.url ?? ""}
        />
      </div>
      <CheckboxField
        name="public"
        label={t("edit.public")}
        hint={t("edit.publicHint")}
        defaultChecked={material?.public ?? false}
      />
    </>
  );
}
