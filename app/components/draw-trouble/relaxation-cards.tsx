import { useT } from "~/app/i18n/use-t";
import { Card } from "../card/card";
import { ConfirmButton } from "../form/confirm-button";
import { QuotaChanges, type QuotaChangesProps } from "./quota-changes";

interface Offered extends QuotaChangesProps {
  readonly seats: number;
  readonly beyondFlex: boolean;
}

export interface RelaxationCardsProps {
  readonly relaxations: readonly Offered[];
  /** The draw, or the look ahead, that proposes them. */
  readonly source: string;
  /** The situation they are for. */
  readonly basis: string;
  /** How one is applied; left out for those who may only read. */
  readonly relax?: { readonly action?: string; readonly back?: string };
}

/** What would make a draw possible: the least change first, each with its price and a button that says what it will do. */
export function RelaxationCards({ relaxations, source, basis, relax }: RelaxationCardsProps) {
  const t = useT("draw");
  return (
    <section className="stack-4" aria-labelledby="ways">
      <h2 id="ways">{t("trouble.ways")}</h2>
      <ol className="max-w-none grid-cards">
        {relaxations.map((offered, at) => (
          <li key={JSON.stringify(offered.changes)}>
            <Card title={t(at === 0 ? "trouble.least" : "trouble.otherWay")} level={3}>
              <QuotaChanges changes={offered.changes} />
              <p className="text-soft">
                {t("trouble.price", { count: offered.seats })} {offered.beyondFlex && t("trouble.beyondFlex")}
              </p>
              {relax && <Apply offered={offered} number={at + 1} of={{ source, basis }} relax={relax} />}
            </Card>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ApplyProps {
  readonly offered: Offered;
  readonly number: number;
  readonly of: Pick<RelaxationCardsProps, "source" | "basis">;
  readonly relax: NonNullable<RelaxationCardsProps["relax"]>;
}

function Apply({ offered, number, of, relax: { action, back } }: ApplyProps) {
  const t = useT("draw");
  return (
    <ConfirmButton
      label={t("trouble.apply")}
      tone={number === 1 ? "main" : "plain"}
      title={t("trouble.applyTitle")}
      confirmLabel={t("trouble.applyConfirm")}
      intent="relax"
      formId={`relax-${number}`}
      hidden={{ ...of, proposal: number, ...(back !== undefined && { back }) }}
      {...(action !== undefined && { action })}
    >
      <QuotaChanges changes={offered.changes} />
      <p>{t("trouble.applyText")}</p>
    </ConfirmButton>
  );
}
