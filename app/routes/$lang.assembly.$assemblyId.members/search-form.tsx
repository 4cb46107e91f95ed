import { Form, Link } from "@remix-run/react";
import { Button } from "~/app/components/button/button";
import { useT } from "~/app/i18n/use-t";

export interface SearchFormProps {
  readonly search: string;
  readonly count: number;
  readonly here: string;
}

export function SearchForm({ search, count, here }: SearchFormProps) {
  const t = useT("member");
  return (
    <search className="stack-2">
      <Form method="get" className="row items-end">
        <label className="min-w-0 flex-1 basis-48 max-w-96">
          <span className="block">{t("list.search")}</span>
          <input key={search} type="search" name="q" defaultValue={search} className="field" maxLength={80} />
        </label>
        <Button type="submit">{t("list.searchSubmit")}</Button>
      </Form>
      <p className="text-s text-soft" aria-live="polite">
        {search === "" ? t("list.number", { count }) : t("list.found", { count })}{" "}
        {search !== "" && <Link to={here}>{t("list.all")}</Link>}
      </p>
    </search>
  );
}
