import { ButtonLink } from "~/app/components/button/button-link";
import { ConfirmButton } from "~/app/components/form/confirm-button";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import { DeadlineFields, type DeadlineFieldsProps } from "./deadline-fields";

/** Another mail, or a letter, to those who have not answered. */
export function SendAgain(props: DeadlineFieldsProps) {
  const t = useT("invite");
  const path = useLocalePath();
  const { id } = useAssembly();
  return (
    <div className="row">
      <ConfirmButton
        label={t("send.again")}
        title={t("send.againTitle")}
        confirmLabel={t("send.againConfirm")}
        intent="send-again"
      >
        <p>{t("send.againText")}</p>
        <DeadlineFields {...props} />
      </ConfirmButton>
      <ButtonLink tone="quiet" to={path(`/assembly/${id}/letters?to=all`)}>
        {t("send.lettersAll")}
      </ButtonLink>
    </div>
  );
}
