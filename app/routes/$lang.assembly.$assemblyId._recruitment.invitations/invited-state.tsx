import { MailFateLine } from "~/app/components/mail-fate/mail-fate-line";
import { Tag } from "~/app/components/tag/tag";
import { When } from "~/app/components/time/when";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useT } from "~/app/i18n/use-t";
import { type InvitedPerson, shownState } from "./invited-person";

const tones = {
  prepared: "plain",
  sent: "wash",
  overdue: "danger",
  accepted: "ok",
  declined: "plain",
  unanswered: "plain",
  withdrawn: "plain",
} as const;

/** The answer, by what means, or until when it is awaited. */
export function InvitedState({ person }: { readonly person: InvitedPerson }) {
  const t = useT("invite");
  const { timeZone } = useAssembly();
  const shown = shownState(person);
  const { answeredBy, sentBy, deadlineMs, vacant, mail } = person;
  const awaited = (shown === "sent" || shown === "overdue") && sentBy === "mail";
  const gone = shown === "declined" || shown === "unanswered" || shown === "withdrawn";
  return (
    <div>
      <Tag tone={tones[shown]}>{t(`state.${shown}`)}</Tag>
      <span className="text-s text-soft block">
        {shown === "accepted" && answeredBy && t(answeredBy === "link" ? "list.byLink" : "list.byPhone")}
        {shown === "sent" && sentBy && t(sentBy === "mail" ? "list.byMail" : "list.byLetter")}
        {shown === "sent" && deadlineMs !== null && (
          <>
            {", "}
            {t("list.until")} <When at={deadlineMs} timeZone={timeZone} as="date" />
          </>
        )}
        {gone && t(vacant ? "list.vacant" : "list.replaced")}
      </span>
      {awaited && mail && <MailFateLine fate={mail} timeZone={timeZone} />}
    </div>
  );
}
