import { ButtonLink } from "~/app/components/button/button-link";
import { Card } from "~/app/components/card/card";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import type { Locale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { DeadlineFields } from "./deadline-fields";

export interface SendCardProps {
  readonly people: readonly { readonly email: string | null }[];
  readonly languages: readonly Locale[];
  readonly nowMs: number;
}

/** What is to go out: mails in one go, letters to be printed. */
export function SendCard({ people, languages, nowMs }: SendCardProps) {
  const t = useT("invite");
  const path = useLocalePath();
  const { id } = useAssembly();
  const mails = people.filter(({ email }) => email).length;
  const letters = people.length - mails;
  return (
    <Card title={t("send.title", { count: people.length })}>
      <p>
        {mails > 0 && t("send.byMail", { count: mails })} {letters > 0 && t("send.byLetter", { count: letters })}
      </p>
      {mails > 0 && (
        <CommandForm intent="send">
          <DeadlineFields nowMs={nowMs} languages={languages} />
          <SubmitButton>{t("send.submit", { count: mails })}</SubmitButton>
        </CommandForm>
      )}
      {letters > 0 && (
        <ButtonLink to={path(`/assembly/${id}/letters`)} tone={mails > 0 ? "plain" : "main"}>
          {t("send.letters", { count: letters })}
        </ButtonLink>
      )}
    </Card>
  );
}
