import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ExternalLink } from "lucide-react";
import { buttonClass } from "~/app/components/button/button-class";
import { ButtonLink } from "~/app/components/button/button-link";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Notice } from "~/app/components/notice/notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { Reading } from "~/app/components/reading/reading";
import { Tag } from "~/app/components/tag/tag";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.title ?? "") }];

export default function Material() {
  const t = useT("learn");
  const frame = useT("frame");
  const locale = useLocale();
  const base = `${useLocalePath()("/assembly")}/${useAssembly().id}`;
  const material = useLoaderData<typeof loader>();
  const { title, body, language, kind, link, minutes, early } = material;
  return (
    <article className="stack-8">
      <PageTitle title={title} above={<Link to={`${base}/learn`}>{t("material.back")}</Link>}>
        <span className="row">
          <Tag tone="plain">{t(`is.${kind}`)}</Tag>
          {frame("minutes", { count: minutes })}
        </span>
      </PageTitle>
      {early && <Notice tone="info">{t("material.early")}</Notice>}
      {kind === "reading" && language !== locale && <Notice tone="info">{t("material.otherLanguage")}</Notice>}
      {kind === "reading" && <Reading text={body} lang={language} />}
      {link && kind !== "reading" && <OtherSite {...link} kind={kind} main={!material.done} />}
      <Mark base={base} />
    </article>
  );
}

interface OtherSiteProps {
  readonly url: string;
  readonly host: string;
  readonly kind: "video" | "pdf";
  readonly main: boolean;
}

/** The way to another site, and a sentence that says so before. */
function OtherSite({ url, host, kind, main }: OtherSiteProps) {
  const t = useT("learn");
  return (
    <div className="stack-2">
      <a
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        className={buttonClass({ tone: main ? "main" : "plain", big: true })}
      >
        <ExternalLink aria-hidden="true" />
        {t(`material.open.${kind}`, { host })}
      </a>
      <p className="text-soft text-s">{t("material.opens", { host })}</p>
    </div>
  );
}

function Mark({ base }: { readonly base: string }) {
  const t = useT("learn");
  const { kind, done, next, early } = useLoaderData<typeof loader>();
  if (early) return null;
  const goOn = next && `${base}/${next.kind === "material" ? "learn" : "tasks"}/${next.id}`;
  return (
    <div className="row">
      <CommandForm className="row" hidden={{ done: done ? "no" : "yes" }}>
        {done && <Tag tone="ok">{t("material.marked")}</Tag>}
        <SubmitButton tone={done ? "quiet" : kind === "reading" ? "main" : "plain"} big={!done}>
          {done ? t("material.unmark") : t(kind === "video" ? "material.markSeen" : "material.markRead")}
        </SubmitButton>
      </CommandForm>
      {done && goOn && next && (
        <ButtonLink to={goOn} tone="main" big>
          {t("material.next", { title: next.title })}
        </ButtonLink>
      )}
      {done && !goOn && (
        <ButtonLink to={`${base}/learn`} tone="main" big>
          {t("material.back")}
        </ButtonLink>
      )}
    </div>
  );
}
