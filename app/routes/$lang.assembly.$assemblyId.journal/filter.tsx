import { Form, Link } from "@remix-run/react";
import { Button } from "~/app/components/button/button";
import { SelectField } from "~/app/components/field/select-field";
import type { JournalSearch } from "~/app/domain/assembly/journal-search";
import { useT } from "~/app/i18n/use-t";
import { useActionText } from "./use-action-text";

interface FilterProps {
  readonly asked: JournalSearch;
  readonly actions: readonly string[];
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly base: string;
}

/** What, who, when: a form by GET, so that a search has an address. */
export function Filter({ asked, actions, actors, base }: FilterProps) {
  const t = useT("journal");
  const say = useActionText();
  const sorted = actions.map((value) => ({ value, label: say(value) })).sort((a, b) => a.label.localeCompare(b.label));
  const isSearch = asked.action || asked.person || asked.from || asked.until;
  return (
    <Form method="get" className="stack-2" key={JSON.stringify(asked)} role="search" aria-label={t("filter")}>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(14rem,100%),1fr))] items-end gap-x-4 gap-y-3">
        <SelectField
          name="action"
          label={t("action")}
          placeholder={t("all")}
          defaultValue={asked.action ?? ""}
          options={sorted}
        />
        <SelectField
          name="person"
          label={t("person")}
          placeholder={t("everybody")}
          defaultValue={asked.person ?? ""}
          options={actors.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Day name="from" label={t("from")} value={asked.from} />
        <Day name="until" label={t("until")} value={asked.until} />
      </div>
      <div className="row">
        <Button type="submit">{t("search")}</Button>
        {isSearch && <Link to={base}>{t("clear")}</Link>}
      </div>
    </Form>
  );
}

function Day({
  name,
  label,
  value,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
}) {
  return (
    <div className="field-shell">
      <label htmlFor={`journal-${name}`}>{label}</label>
      <input id={`journal-${name}`} type="date" name={name} className="field w-auto" defaultValue={value} />
    </div>
  );
}
