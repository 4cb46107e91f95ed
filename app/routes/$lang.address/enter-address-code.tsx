import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useT } from "~/app/i18n/use-t";

export function EnterAddressCode() {
  const t = useT("sign-in");
  return (
    <CommandForm intent="confirm">
      <TextField name="code" label={t("code.label")} inputMode="numeric" autoComplete="one-time-code" narrow required />
      <SubmitButton big>{t("address.submit")}</SubmitButton>
    </CommandForm>
  );
}
