import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeadLink } from "~/app/components/dead-link/dead-link";
import { PlainLayout } from "~/app/components/layout/plain-layout";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { AnswerForm } from "./answer-form";
import { Answered } from "./answered";
import { Contact } from "./contact";
import type { loader } from "./route.server";
import { WhatIsAsked } from "./what-is-asked";

export { action, loader } from "./route.server";

export const meta: MetaFunction = ({ params }) => [
  { title: pageTitle(params.lang === "en" ? "Your invitation" : "Votre invitation") },
  { name: "robots", content: "noindex" },
];

/** The page of one person who was drawn: what is asked of them, and yes or no. */
export default function InvitationPage() {
  const t = useT("invite");
  const { invitation, refusal } = useLoaderData<typeof loader>();
  if (refusal) return <DeadLink refusal={refusal} title={t("answer.unknownTitle")} />;
  const { state, replaced, over } = invitation;
  const undecided = (state === "prepared" || state === "sent") && !over;
  if (!undecided) {
    return (
      <PlainLayout>
        <div className="stack-8">
          <Answered invitation={invitation} mayChange={state === "declined" && !replaced && !over} />
          <Contact contact={invitation.contact} />
        </div>
      </PlainLayout>
    );
  }
  return (
    <PlainLayout>
      <div className="stack-8">
        <WhatIsAsked invitation={invitation} />
        <AnswerForm deadlineMs={invitation.deadlineMs} timeZone={invitation.timeZone} />
        <section aria-labelledby="privacy">
          <h2 id="privacy" className="text-l">
            {t("answer.privacy")}
          </h2>
          <p className="text-s whitespace-pre-line">{invitation.privacy || t("answer.privacyNone")}</p>
        </section>
        <Contact contact={invitation.contact} />
      </div>
    </PlainLayout>
  );
}
