import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useT } from "~/app/i18n/use-t";

export interface AskAddressProps {
  /** Plain where it is the second choice. */
  readonly tone?: "plain";
}

export function AskAddress({ tone }: AskAddressProps) {
  const t = useT("sign-in");
  return (
    <CommandForm intent="ask">
      <TextField
        name="email"
        type="email"
        label={t("address.email")}
        hint={t("ask.emailHint")}
        autoComplete="email"
        required
      />
      <SubmitButton {...(tone ? { tone } : { big: true })}>{t("ask.submit")}</SubmitButton>
    </CommandForm>
  );
}
