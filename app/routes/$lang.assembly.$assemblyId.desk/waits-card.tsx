import { Card } from "~/app/components/card/card";
import { CheckList } from "~/app/components/check-list/check-list";
import type { WaitingCode } from "~/app/domain/assembly/what-waits";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { Desk } from "./route.server";

/** Where each thing is done. */
const pages: Readonly<Record<WaitingCode, string>> = {
  "session-unclosed": "sessions",
  "vote-overdue": "votes",
  "phase-over": "phase",
  "quotas-missing": "recruit",
  "pool-missing": "recruit",
  "draw-missing": "draw",
  "invitations-unsent": "invitations",
  "invitations-overdue": "invitations",
  "mails-refused": "mails",
  "mails-kept": "mails",
  "seats-to-replace": "invitations",
  "undrawn-undated": "draw",
  "facilitators-missing": "team",
  "address-missing": "calendar",
  "questions-unanswered": "questions",
  "responses-missing": "site",
  "recommendations-unlocked": "recommendations",
  "vote-missing": "votes",
  "vote-unopened": "votes",
  "site-closed": "site",
  "guarantor-missing": "team",
  "scrutineers-missing": "team",
  "commitment-missing": "settings",
};

/** What waits for the organiser, the most pressing first, each with its way. */
export function WaitsCard({ waits }: Pick<Desk, "waits">) {
  const t = useT("desk");
  const path = useLocalePath();
  const { id } = useAssembly();
  return (
    <Card className="xl:col-span-8" title={t("waits.title")}>
      {waits.length === 0 ? (
        <p className="text-soft">{t("waits.none")}</p>
      ) : (
        <CheckList
          items={waits.map(({ code, count }) => ({
            key: code,
            done: false,
            label: t(`waiting.${code}`, { count }),
            note: t(`why.${code}`),
            to: path(`/assembly/${id}/${pages[code]}`),
          }))}
        />
      )}
    </Card>
  );
}
