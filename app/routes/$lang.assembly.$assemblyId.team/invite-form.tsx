import { SelectField } from "~/app/components/field/select-field";
import { TextField } from "~/app/components/field/text-field";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { teamRoles } from "~/app/domain/assembly/role";
import { useLocale } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";

export function InviteForm() {
  const t = useT("team");
  const roles = useT("roles");
  const frame = useT("frame");
  const locale = useLocale();
  return (
    <CommandForm intent="invite" resetOnDone>
      <p className="text-soft">{t("invite.lead")}</p>
      <div className="grid-12">
        <div className="xl:col-span-6">
          <TextField name="name" label={t("invite.name")} hint={t("invite.nameHint")} autoComplete="off" required />
        </div>
        <div className="xl:col-span-6">
          <SelectField
            name="role"
            label={t("invite.role")}
            required
            options={teamRoles.map((role) => ({ value: role, label: `${roles(role)} – ${t(`roleHints.${role}`)}` }))}
          />
        </div>
        <div className="xl:col-span-6">
          <TextField
            name="email"
            type="email"
            inputMode="email"
            label={t("invite.email")}
            hint={t("invite.emailHint")}
            autoComplete="off"
            optional
          />
        </div>
        <div className="xl:col-span-6">
          <SelectField
            name="locale"
            label={t("invite.locale")}
            defaultValue={locale}
            options={(["fr", "en"] as const).map((value) => ({ value, label: frame(`language.${value}`) }))}
          />
        </div>
      </div>
      <SubmitButton>{t("invite.submit")}</SubmitButton>
    </CommandForm>
  );
}
