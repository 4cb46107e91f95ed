import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useT } from "~/app/i18n/use-t";
import type { CalendarSession } from "./route.server";
import { SessionFields } from "./session-fields";

const WEEK_MS = 7 * 86_400_000;

/** A session to add; it is proposed a week after the last one. */
export function NewSession({ sessions }: { readonly sessions: readonly CalendarSession[] }) {
  const t = useT("calendar");
  const last = sessions.at(-1);
  const proposed = last && {
    startsAtMs: last.startsAtMs + WEEK_MS,
    endsAtMs: last.endsAtMs + WEEK_MS,
    place: last.place,
    address: last.address,
  };
  return (
    <Card level={3} title={t("sessions.newTitle")}>
      <CommandForm intent="session-add">
        <SessionFields {...(proposed && { session: proposed })} />
        <div className="row">
          <SubmitButton>{t("sessions.addSubmit")}</SubmitButton>
          <ButtonLink to="." tone="quiet">
            {t("sessions.close")}
          </ButtonLink>
        </div>
      </CommandForm>
    </Card>
  );
}
