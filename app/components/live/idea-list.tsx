import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { GroupState, Idea } from "../../domain/deliberation/live-state";
import { Tag } from "../tag/tag";
import type { TableRights } from "./group-roles";
import { LiveConfirm } from "./live-confirm";
import { useNameOf } from "./live-context";

/** The ideas a group has kept, with those who brought them. */
export function IdeaList({ group, rights }: { readonly group: GroupState; readonly rights: TableRights }) {
  const t = useT("group");
  return (
    <section className="stack-2" aria-labelledby="ideas-title">
      <h2 id="ideas-title">{t("ideas.title", { count: group.ideas.length })}</h2>
      {group.ideas.length === 0 ? (
        <p className="text-soft">{t("ideas.empty")}</p>
      ) : (
        <ul className="max-w-none stack-2">
          {group.ideas.map((idea) => (
            <li key={idea.ideaId}>
              <IdeaCard idea={idea} mayDrop={rights.keepsIdeas} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function IdeaCard({ idea, mayDrop }: { readonly idea: Idea; readonly mayDrop: boolean }) {
  const t = useT("group");
  const locale = useLocale();
  const nameOf = useNameOf();
  const names = formatList(idea.authorIds.map(nameOf).filter(Boolean), locale);
  return (
    <article className="idea stack-2">
      <p lang={idea.language}>{idea.text}</p>
      <div className="row justify-between">
        <Tag tone="plain">{t("ideas.by", { names })}</Tag>
        {mayDrop && (
          <LiveConfirm
            command="drop-idea"
            input={{ ideaId: idea.ideaId }}
            open={t("ideas.drop")}
            title={t("ideas.dropTitle")}
            confirmLabel={t("ideas.dropConfirm")}
            tone="quiet"
          >
            <p lang={idea.language}>« {idea.text} »</p>
            <p>{t("ideas.dropText")}</p>
          </LiveConfirm>
        )}
      </div>
    </article>
  );
}
