import { useState } from "react";
import { notesReaders } from "~/app/domain/assembly/notes-readers";
import { type AssemblySettings, LARGEST_GROUP, MOST_SEATS, SMALLEST_GROUP } from "~/app/domain/assembly/settings";
import { type Locale, locales } from "~/app/domain/kernel/locale";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { useT } from "~/app/i18n/use-t";
import { Card } from "../card/card";
import { LocalisedField } from "../field/localised-field";
import { NumberField } from "../field/number-field";
import { RadioCards } from "../field/radio-cards";
import { SelectField } from "../field/select-field";
import { TextField } from "../field/text-field";
import { useFieldState } from "../form/form-context";
import { LanguageBoxes } from "./language-boxes";

type Values = Partial<AssemblySettings> & Pick<AssemblySettings, "languages">;

export interface AssemblyFieldsProps {
  readonly values: Values;
  /** The zones this server knows. */
  readonly timeZones: readonly string[];
}

/** What is said about an assembly: the same fields make a new one and change it later. Read them with `settingsOf`. */
export function AssemblyFields({ values, timeZones }: AssemblyFieldsProps) {
  const [languages, setLanguages] = useLanguages(values.languages);
  return (
    <>
      <QuestionCard values={values} languages={languages} onLanguages={setLanguages} />
      <PeopleCard values={values} timeZones={timeZones} />
      <AuthorityCard values={values} languages={languages} />
      <NotesCard values={values} />
      <ContactCard values={values} />
    </>
  );
}

/** The languages ticked now; without JavaScript every language has its fields. */
function useLanguages(from: readonly Locale[]): [readonly Locale[], (languages: readonly Locale[]) => void] {
  const hydrated = useHydrated();
  const { typed } = useFieldState("languages");
  const [ticked, setTicked] = useState<readonly Locale[]>();
  const sent = typed && locales.filter((locale) => typed.includes(locale));
  return [hydrated ? (ticked ?? sent ?? from) : locales, setTicked];
}

interface QuestionCardProps {
  readonly values: Values;
  readonly languages: readonly Locale[];
  readonly onLanguages: (languages: readonly Locale[]) => void;
}

function QuestionCard({ values, languages, onLanguages }: QuestionCardProps) {
  const t = useT("prepare");
  const text = { languages, required: true };
  return (
    <Card title={t("question.section")}>
      <LanguageBoxes languages={values.languages} onChange={onLanguages} />
      <LocalisedField
        {...text}
        name="title"
        label={t("title.label")}
        hint={t("title.hint")}
        defaultValue={values.title}
        maxLength={200}
      />
      <LocalisedField
        {...text}
        name="question"
        label={t("question.label")}
        hint={t("question.hint")}
        defaultValue={values.question}
        rows={3}
        maxLength={1000}
      />
    </Card>
  );
}

function PeopleCard({ values, timeZones }: AssemblyFieldsProps) {
  const t = useT("prepare");
  const { seats, groupSize } = values;
  return (
    <Card title={t("people.section")}>
      <div className="grid gap-5 md:grid-cols-2">
        <NumberField
          key={`seats-${seats}`}
          name="seats"
          label={t("people.seats")}
          hint={t("people.seatsHint")}
          defaultValue={seats}
          min={2}
          max={MOST_SEATS}
          required
        />
        <NumberField
          key={`group-${groupSize}`}
          name="groupSize"
          label={t("people.groupSize")}
          hint={t("people.groupSizeHint")}
          defaultValue={groupSize}
          min={SMALLEST_GROUP}
          max={LARGEST_GROUP}
          required
        />
      </div>
      <SelectField
        name="timeZone"
        label={t("people.timeZone")}
        hint={t("people.timeZoneHint")}
        defaultValue={values.timeZone}
        options={timeZones.map((value) => ({ value, label: value.replaceAll("_", " ") }))}
        required
      />
    </Card>
  );
}

function AuthorityCard({ values, languages }: { readonly values: Values; readonly languages: readonly Locale[] }) {
  const t = useT("prepare");
  return (
    <Card title={t("authority.section")}>
      <p className="text-soft max-w-measure">{t("authority.text")}</p>
      <LocalisedField
        name="authorityName"
        label={t("authority.name")}
        hint={t("authority.nameHint")}
        languages={languages}
        defaultValue={values.authorityName}
        required
        maxLength={200}
      />
      <LocalisedField
        name="commitment"
        label={t("authority.commitment")}
        hint={t("authority.commitmentHint")}
        languages={languages}
        defaultValue={values.commitment}
        rows={4}
        optional
        maxLength={10_000}
      />
    </Card>
  );
}

function NotesCard({ values }: { readonly values: Values }) {
  const t = useT("prepare");
  return (
    <Card title={t("notes.section")}>
      <RadioCards
        name="notesReaders"
        label={t("notes.readers")}
        hint={t("notes.hint")}
        defaultValue={values.notesReaders ?? "table"}
        options={notesReaders.map((value) => ({ value, label: t(`notes.${value}`), hint: t(`notes.${value}Hint`) }))}
      />
    </Card>
  );
}

function ContactCard({ values }: { readonly values: Values }) {
  const t = useT("prepare");
  return (
    <Card title={t("contact.section")}>
      <p className="text-soft max-w-measure">{t("contact.text")}</p>
      <TextField
        name="contactName"
        label={t("contact.name")}
        defaultValue={values.contactName}
        maxLength={120}
        required
      />
      <div className="grid gap-5 md:grid-cols-2">
        <TextField
          name="contactPhone"
          label={t("contact.phone")}
          type="tel"
          defaultValue={values.contactPhone}
          maxLength={40}
          required
        />
        <TextField
          name="contactEmail"
          label={t("contact.email")}
          type="email"
          defaultValue={values.contactEmail}
          maxLength={200}
          required
        />
      </div>
    </Card>
  );
}
