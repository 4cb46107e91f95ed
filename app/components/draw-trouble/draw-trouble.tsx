import type { Refusal } from "~/app/domain/kernel/refusal";
import { useT } from "~/app/i18n/use-t";
import { ButtonLink } from "../button/button-link";
import { RefusalText } from "../form/refusal-text";
import { Notice } from "../notice/notice";

interface Bound {
  readonly feature: string;
  readonly value: string;
  readonly bound: "min" | "max";
}

/** A refusal as it comes out of a loader's JSON. */
interface LooseRefusal {
  readonly code: string;
  readonly data?: Refusal["data"] | undefined;
}

export interface DrawTroubleProps {
  readonly trouble: {
    readonly state: "impossible" | "refused" | "stopped" | "failed";
    readonly reasons: readonly LooseRefusal[];
    readonly clash: readonly (Bound & { readonly seats: number })[];
    readonly relaxations: readonly {
      readonly changes: readonly (Bound & { readonly from: number; readonly to: number })[];
    }[];
  };
  /** Where quotas can be changed, if they can. */
  readonly toQuotas?: string;
}

/** Why a draw drew nobody: the quotas in the way, with numbers, and what would make it possible. */
export function DrawTrouble({ trouble, toQuotas }: DrawTroubleProps) {
  const t = useT("draw");
  const { state, reasons, clash, relaxations } = trouble;
  if (state === "stopped") return <Notice tone="warn">{t("trouble.stopped")}</Notice>;
  if (state === "failed") return <Notice tone="danger">{t("trouble.failed")}</Notice>;
  return (
    <Notice tone="danger" title={t(`trouble.${state}`)}>
      <p>{t("trouble.impossibleText")}</p>
      <ul>
        {reasons.slice(0, 20).map((reason) => (
          <li key={`${reason.code}:${JSON.stringify(reason.data ?? {})}`}>
            <RefusalText refusal={{ code: reason.code, ...(reason.data && { data: reason.data }) }} />
          </li>
        ))}
      </ul>
      {clash.length > 1 && <Clash clash={clash} />}
      {relaxations.length > 0 && <Ways relaxations={relaxations} />}
      {toQuotas && <ButtonLink to={toQuotas}>{t("trouble.toQuotas")}</ButtonLink>}
    </Notice>
  );
}

function Clash({ clash }: Pick<DrawTroubleProps["trouble"], "clash">) {
  const t = useT("draw");
  return (
    <>
      <p>{t("trouble.clash")}</p>
      <ul>
        {clash.map(({ feature, value, bound, seats }) => (
          <li key={`${feature}:${value}:${bound}`}>
            {t(bound === "min" ? "trouble.clashMin" : "trouble.clashMax", { feature, value, seats })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Ways({ relaxations }: Pick<DrawTroubleProps["trouble"], "relaxations">) {
  const t = useT("draw");
  return (
    <>
      <p>
        <strong>{t("trouble.ways")}</strong>
      </p>
      <ol>
        {relaxations.map(({ changes }) => (
          <li key={JSON.stringify(changes)}>
            {changes.map(({ feature, value, bound, from, to }) => (
              <span key={`${feature}:${value}:${bound}`} className="block">
                {t(bound === "min" ? "trouble.changeMin" : "trouble.changeMax", { feature, value, from, to })}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
