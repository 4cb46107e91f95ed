import type { MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, Link, useLoaderData } from "@remix-run/react";
import { afterClash } from "~/app/components/form/filled-from";
import { keepWhenOffline } from "~/app/components/form/keep-when-offline";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDayTime } from "~/app/i18n/format-date";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { AnswerForm } from "./answer-form";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const clientAction = (sent: ClientActionFunctionArgs) => keepWhenOffline(sent);

export const shouldRevalidate = afterClash;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.title ?? "") }];

export default function Task() {
  const t = useT("learn");
  const frame = useT("frame");
  const path = useLocalePath();
  const { id, roles } = useAssembly();
  const { title, prompt, minutes, sharing, mayAnswer, tablemates, own, others } = useLoaderData<typeof loader>();
  const isMember = roles.some(({ role }) => role === "member");
  return (
    <article className="stack-8">
      <PageTitle title={title} above={<Link to={path(`/assembly/${id}/learn`)}>{t("material.back")}</Link>}>
        {frame("minutes", { count: minutes })}
      </PageTitle>
      <p className="max-w-measure text-l">{prompt}</p>
      {isMember ? (
        <Notice tone="info">
          {sharing === "private"
            ? t("task.who.private")
            : tablemates === 0
              ? t("task.who.groupBefore")
              : t("task.who.group", { count: tablemates })}
        </Notice>
      ) : (
        <Notice tone="info">{t("task.readOnly")}</Notice>
      )}
      {mayAnswer && <AnswerForm />}
      {isMember && !mayAnswer && (
        <>
          <Notice tone="info">{t("task.closed")}</Notice>
          {own && <p className="max-w-measure whitespace-pre-line">{own.text}</p>}
        </>
      )}
      {sharing === "group" && <Others others={others} />}
    </article>
  );
}

function Others({ others }: { readonly others: ReturnType<typeof useLoaderData<typeof loader>>["others"] }) {
  const t = useT("learn");
  const locale = useLocale();
  const { timeZone } = useAssembly();
  return (
    <section className="stack-4" aria-labelledby="others">
      <h2 id="others">{t("task.others")}</h2>
      {others.length === 0 && <p className="text-soft">{t("task.noOthers")}</p>}
      {others.map(({ name, text, language, answeredAtMs }) => (
        <figure key={`${name}-${answeredAtMs}`} className="card stack-2">
          <figcaption className="text-soft text-s">
            <strong>{name}</strong>, {formatDayTime({ atMs: answeredAtMs, locale, timeZone })}
          </figcaption>
          <blockquote className="max-w-measure whitespace-pre-line" lang={language}>
            {text}
          </blockquote>
        </figure>
      ))}
    </section>
  );
}
