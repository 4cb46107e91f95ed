import { type MetaFunction, useLoaderData } from "@remix-run/react";
import { Card } from "~/app/components/card/card";
import { DoneNotice } from "~/app/components/form/done-notice";
import { RefusedMailsNotice } from "~/app/components/mail-fate/refused-mails-notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useAnswer } from "~/app/hooks/use-answer";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { HandedLink } from "./handed-link";
import { InviteForm } from "./invite-form";
import { LinkList } from "./link-list";
import { PeopleTable } from "./people-table";
import type { loader } from "./route.server";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "The team" : "L’équipe") },
];

export default function Team() {
  const t = useT("team");
  const path = useLocalePath();
  const { id, timeZone } = useAssembly();
  const { people, links } = useLoaderData<typeof loader>();
  const awaited = links.filter(({ state }) => state === "open" || state === "expired");
  const refused = awaited.filter(({ mail }) => mail?.kind === "refused").length;
  const made = asMadeLink(useAnswer());
  return (
    <>
      <PageTitle title={t("title")}>{t("lead")}</PageTitle>
      <div className="stack-8">
        {!made && <DoneNotice />}
        <RefusedMailsNotice count={refused} to={path(`/assembly/${id}/mails`)} />
        <PeopleTable people={people} timeZone={timeZone} />
        <Card title={t("invite.title")} id="invite">
          {made && <HandedLink key={made.link} name={made.name} link={made.link} />}
          <InviteForm />
        </Card>
        <LinkList links={links} timeZone={timeZone} />
      </div>
    </>
  );
}

function asMadeLink(answer: unknown): { readonly name: string; readonly link: string } | undefined {
  if (typeof answer !== "object" || answer === null || !("done" in answer && "name" in answer && "link" in answer))
    return undefined;
  const { done, name, link } = answer;
  return done === "link-made" && typeof link === "string" && typeof name === "string" ? { name, link } : undefined;
}
