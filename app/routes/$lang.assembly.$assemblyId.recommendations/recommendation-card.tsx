import { Link } from "@remix-run/react";
import { useGroupLabel } from "~/app/components/recommendation/group-label";
import { Tag } from "~/app/components/tag/tag";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { ListView } from "./view";

type Recommendation = ListView["recommendations"][number];

/** One line of the list: number and title, where it stands, who writes it, what it lacks. */
export function RecommendationCard({ recommendation }: { readonly recommendation: Recommendation }) {
  const t = useT("draft");
  const path = useLocalePath();
  const { id: assemblyId } = useAssembly();
  const { id, number, title, language, state, isMine } = recommendation;
  return (
    <li className="card stack-2">
      <div className="row justify-between">
        <h2>
          <Link to={path(`/assembly/${assemblyId}/recommendation/${id}`)}>
            {number}. <span lang={language}>{title || t("list.untitled")}</span>
          </Link>
        </h2>
        <div className="row">
          {isMine && state === "draft" && <Tag tone="now">{t("list.mine")}</Tag>}
          <Tag tone={state === "locked" ? "ok" : "plain"}>{t(`state.${state}`)}</Tag>
        </div>
      </div>
      <Writers recommendation={recommendation} />
      <Missing recommendation={recommendation} />
    </li>
  );
}

function Writers({ recommendation: { authors, group } }: { readonly recommendation: Recommendation }) {
  const t = useT("draft");
  const locale = useLocale();
  const groupLabel = useGroupLabel();
  return (
    <p className="text-soft text-s">
      {authors.length > 0 ? t("list.authors", { names: formatList(authors, locale) }) : t("list.noAuthors")}
      {group && <> · {groupLabel(group)}</>}
    </p>
  );
}

function Missing({ recommendation: { state, missing } }: { readonly recommendation: Recommendation }) {
  const t = useT("draft");
  const locale = useLocale();
  if (state === "locked") return null;
  if (missing.length === 0) return <p className="text-s">{t("missing.none")}</p>;
  const names = missing.map((code) => t(`missing.${code}`));
  return (
    <p className="text-s">
      {t("missing.intro")} {formatList(names, locale)}
    </p>
  );
}
