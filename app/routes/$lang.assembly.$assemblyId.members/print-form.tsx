import { Disclosure } from "~/app/components/disclosure/disclosure";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { useT } from "~/app/i18n/use-t";
import type { MemberLine } from "./member-table";

/** Cards for several members at once: those who have no other way in are ticked already. */
export function PrintForm({ members }: { readonly members: readonly MemberLine[] }) {
  const t = useT("member");
  return (
    <Disclosure summary={t("cards.open")}>
      <CommandForm intent="print">
        <p className="text-soft">{t("cards.printHelp")}</p>
        <fieldset className="field-shell">
          <legend>{t("cards.who")}</legend>
          <div className="grid-cards">
            {members.map((member) => (
              <label key={member.id} className="choice">
                <input
                  type="checkbox"
                  name="participation"
                  value={member.id}
                  defaultChecked={!member.byMail && !member.card}
                />
                <span>
                  {member.name}
                  {member.card && <span className="text-s text-soft"> · {t("list.card")}</span>}
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <SubmitButton>{t("cards.printChosen")}</SubmitButton>
      </CommandForm>
    </Disclosure>
  );
}
