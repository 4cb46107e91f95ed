import { useFetcher } from "@remix-run/react";
import { SelectField } from "~/app/components/field/select-field";
import { CommandForm } from "~/app/components/form/command-form";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useGroupLabel } from "~/app/components/recommendation/group-label";
import { useLocale } from "~/app/hooks/use-locale";
import { formatList } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";
import type { RecommendationView } from "./view";

type Idea = RecommendationView["ideas"][number];

/** Where the text comes from, and who writes it. */
export function Sources({ view }: { readonly view: RecommendationView }) {
  const t = useT("draft");
  const locale = useLocale();
  const groupLabel = useGroupLabel();
  const { ideas, authors, group, mayWrite, mayLock } = view;
  return (
    <div className="grid-12 print:hidden">
      <section className="xl:col-span-8 stack-2" aria-labelledby="from-title">
        <h2 id="from-title" className="field-title">
          {t("page.from")}
        </h2>
        {ideas.length === 0 && <p className="text-soft">{t("page.noIdeas")}</p>}
        <ul className="max-w-none stack-2">
          {ideas.map((idea) => (
            <LinkedIdea key={idea.id} idea={idea} mayWrite={mayWrite} />
          ))}
        </ul>
        {mayWrite && view.otherIdeas.length > 0 && <AddIdea ideas={view.otherIdeas} />}
      </section>
      <section className="xl:col-span-4 stack-2" aria-labelledby="authors-title">
        <h2 id="authors-title" className="field-title">
          {t("page.authors")}
        </h2>
        <p>
          {authors.length > 0
            ? formatList(
                authors.map(({ name }) => name),
                locale,
              )
            : t("list.noAuthors")}
        </p>
        {group && <p className="text-soft text-s">{groupLabel(group)}</p>}
        {mayLock && view.otherMembers.length > 0 && <AddAuthor members={view.otherMembers} />}
      </section>
    </div>
  );
}

function LinkedIdea({ idea, mayWrite }: { readonly idea: Idea; readonly mayWrite: boolean }) {
  const t = useT("draft");
  const locale = useLocale();
  const groupLabel = useGroupLabel();
  const fetcher = useFetcher();
  const { id, text, language, authors, group } = idea;
  return (
    <li className="flex flex-wrap justify-between gap-x-3">
      <div className="min-w-0 flex-1 basis-56">
        <p lang={language}>« {text} »</p>
        <p className="text-soft text-s">
          {[formatList(authors, locale), group && groupLabel(group)].filter(Boolean).join(" · ")}
        </p>
      </div>
      {mayWrite && (
        <CommandForm intent="unlink-idea" formId={id} fetcher={fetcher} hidden={{ ideaId: id }} className="">
          <SubmitButton tone="quiet">
            {t("page.unlink")} <span className="sr-only">: {text}</span>
          </SubmitButton>
        </CommandForm>
      )}
    </li>
  );
}

function AddIdea({ ideas }: { readonly ideas: readonly Idea[] }) {
  const t = useT("draft");
  const fetcher = useFetcher();
  const options = ideas.map(({ id, text, authors }) => ({
    value: id,
    label: authors.length > 0 ? `${shortened(text)} (${authors.join(", ")})` : shortened(text),
  }));
  return (
    <ConfirmButton
      intent="link-idea"
      fetcher={fetcher}
      label={t("page.addIdea")}
      title={t("page.addIdeaTitle")}
      confirmLabel={t("page.link")}
    >
      <SelectField name="ideaId" label={t("page.idea")} options={options} />
    </ConfirmButton>
  );
}

function AddAuthor({ members }: { readonly members: RecommendationView["otherMembers"] }) {
  const t = useT("draft");
  const fetcher = useFetcher();
  return (
    <ConfirmButton
      intent="add-author"
      fetcher={fetcher}
      label={t("page.addAuthor")}
      title={t("page.addAuthorTitle")}
      confirmLabel={t("page.add")}
    >
      <SelectField
        name="participationId"
        label={t("page.member")}
        options={members.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </ConfirmButton>
  );
}

/** An option of a list is one line. */
function shortened(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text;
}
