import type { MailFate } from "~/app/domain/people/mail-fate";
import { useT } from "~/app/i18n/use-t";
import { Tag } from "../tag/tag";
import { When } from "../time/when";

export interface MailFateLineProps {
  readonly fate: MailFate;
  readonly timeZone: string;
}

/** What became of the mail to somebody, beside them: never only "sent". */
export function MailFateLine({ fate, timeZone }: MailFateLineProps) {
  const t = useT("mails");
  if (fate.kind === "refused") {
    return (
      <span className="block">
        <Tag tone="danger">{t("fate.refused")}</Tag> <WhyNot fate={fate} />
      </span>
    );
  }
  return (
    <span className="text-s text-soft block">
      {t(`fate.${fate.kind}`)}
      {(fate.kind === "sent" || fate.kind === "again") && (
        <>
          {" "}
          <When at={fate.atMs} timeZone={timeZone} />
        </>
      )}
      {fate.kind === "again" && <WhyNot fate={fate} />}
    </span>
  );
}

/** Why a mail was not taken, in plain words, with the server's numbers for whoever looks after the installation. */
function WhyNot({ fate }: { readonly fate: MailFate & { readonly kind: "refused" | "again" } }) {
  const t = useT("mails");
  return (
    <span className="text-s block">
      {t(`trouble.${fate.trouble}`)}
      {fate.answer && <span className="text-soft block">{t("answer", { answer: fate.answer })}</span>}
    </span>
  );
}
