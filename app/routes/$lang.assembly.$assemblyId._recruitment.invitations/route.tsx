import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ButtonLink } from "~/app/components/button/button-link";
import { DrawRunning } from "~/app/components/draw-running/draw-running";
import { DrawTrouble } from "~/app/components/draw-trouble/draw-trouble";
import { EmptyState } from "~/app/components/empty-state/empty-state";
import { DoneNotice } from "~/app/components/form/done-notice";
import { RefusedMailsNotice } from "~/app/components/mail-fate/refused-mails-notice";
import { PageTitle } from "~/app/components/page-title/page-title";
import { useListening } from "~/app/hooks/listening/page-listening";
import { useAssembly, useMay } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { pageTitle } from "~/app/i18n/page-title";
import { useT } from "~/app/i18n/use-t";
import { AlternatesCard } from "./alternates-card";
import { InvitedList } from "./invited-list";
import { OverdueCard } from "./overdue-card";
import { ReplaceCard } from "./replace-card";
import type { loader } from "./route.server";
import { SeatsPicture } from "./seats-picture";
import { SendAgain } from "./send-again";
import { SendCard } from "./send-card";
import { UndrawnCard } from "./undrawn-card";

export { action, loader } from "./route.server";

export const meta: MetaFunction = () => [{ title: pageTitle("Invitations") }];

const invitationFacts = [
  "draw-started",
  "draw-ended",
  "invitation-accepted",
  "invitation-declined",
  "invitation-unanswered",
  "invitation-withdrawn",
] as const;

export default function InvitationsPage() {
  const t = useT("invite");
  const path = useLocalePath();
  const { id } = useAssembly();
  const may = useMay();
  const maySend = may("invitation.send");
  const page = useLoaderData<typeof loader>();
  const { people, seats, drawn, vacant, drawing, alternates, trouble, languages, pool, show, nowMs } = page;
  useListening({ read: page.heard, facts: invitationFacts, moves: ["draw"] });
  const toDraw = path(`/assembly/${id}/draw`);
  const accepted = people.filter(({ state }) => state === "accepted").length;
  if (!drawn) {
    const way = <ButtonLink to={toDraw}>{t("toDraw")}</ButtonLink>;
    return (
      <div className="stack-8">
        <PageTitle title={t("title")} />
        <EmptyState title={t("before")} action={way} />
      </div>
    );
  }
  const prepared = people.filter(({ state }) => state === "prepared");
  const refused = people.filter(
    ({ state, sentBy, mail }) => state === "sent" && sentBy === "mail" && mail?.kind === "refused",
  );
  const overdue = people.filter((person) => person.overdue).length;
  const waiting = people.filter(({ state }) => state === "sent").length;
  return (
    <div className="stack-8">
      <PageTitle title={t("title")}>{t("lead", { accepted, seats })}</PageTitle>
      <DoneNotice />
      <RefusedMailsNotice count={refused.length} to={path(`/assembly/${id}/mails`)} />
      {trouble && (
        <DrawTrouble
          trouble={trouble}
          {...(may("quota.relax") && { relax: { action: toDraw, back: "invitations" } })}
          {...(may("draw.replace") && { use: { action: toDraw, back: "invitations" } })}
        />
      )}
      {drawing && <DrawRunning running={drawing} mayStop={may("draw.replace")} action={toDraw} back="invitations" />}
      <div className="grid items-start gap-6 2xl:grid-cols-[2fr_3fr]">
        <SeatsPicture seats={seats} accepted={accepted} waiting={prepared.length + waiting} />
        <div className="stack-4">
          {maySend && prepared.length > 0 && <SendCard people={prepared} languages={languages} nowMs={nowMs} />}
          {maySend && overdue > 0 && <OverdueCard count={overdue} />}
          {vacant > 0 && !drawing && trouble?.state !== "impossible" && (
            <ReplaceCard count={vacant} deleted={pool?.deletedAtMs != null} />
          )}
        </div>
      </div>
      <InvitedList people={people} show={show} />
      {maySend && waiting > 0 && <SendAgain languages={languages} nowMs={nowMs} />}
      <AlternatesCard
        alternates={alternates}
        seats={seats}
        drawing={drawing !== null}
        deleted={pool?.deletedAtMs != null}
      />
      {pool && <UndrawnCard pool={pool} nowMs={nowMs} />}
    </div>
  );
}
