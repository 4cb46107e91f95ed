import { type DrawStep, drawSteps } from "~/app/domain/sortition/draw-control";
import type { SaidRefusal } from "~/app/i18n/refusal-sentence";
import { useT } from "~/app/i18n/use-t";
import { ButtonLink } from "../button/button-link";
import { RefusalText } from "../form/refusal-text";
import { Notice } from "../notice/notice";
import { KeptDraw, type KeptDrawProps, type KeptOfPage } from "./kept-draw";
import { RelaxationCards, type RelaxationCardsProps } from "./relaxation-cards";
import { StoppedWhen, type StoppedWhenProps } from "./stopped-when";

interface Bound {
  readonly feature: string;
  readonly value: string;
  readonly bound: "min" | "max";
}

export interface DrawTroubleProps {
  readonly trouble: {
    readonly state: "impossible" | "refused" | "stopped" | "failed";
    readonly kind: "first" | "again" | "replacement" | "alternates" | "forecast";
    readonly source: string;
    readonly basis: string | null;
    readonly reasons: readonly SaidRefusal[];
    readonly clash: readonly (Bound & { readonly seats: number })[];
    readonly relaxations: RelaxationCardsProps["relaxations"];
    readonly stoppedAt: { readonly step: string } | null;
    readonly stopped:
      | (StoppedWhenProps["stopped"] & { readonly isUnanswered: boolean; readonly kept: KeptOfPage | null })
      | null;
  };
  /** Where quotas can be changed, if they can. */
  readonly toQuotas?: string;
  /** How a proposal is applied, if the reader may. */
  readonly relax?: RelaxationCardsProps["relax"];
  /** How what was kept of a stopped draw is drawn from, if the reader may. */
  readonly use?: KeptDrawProps["use"];
}

/** Why a draw drew nobody, or could not: the quotas in the way, with numbers, and what would make it possible, one click away. */
export function DrawTrouble({ trouble, toQuotas, relax, use }: DrawTroubleProps) {
  const t = useT("draw");
  const { state, kind, reasons, clash, relaxations, source, basis } = trouble;
  if (state === "stopped") return <Stopped trouble={trouble} {...(use && { use })} />;
  if (state === "failed") return <Notice tone="danger">{t("trouble.failed")}</Notice>;
  const isAhead = kind === "forecast";
  const title = isAhead ? (`${state}Ahead` as const) : state;
  const isClash = state === "impossible" && clash.length > 1;
  return (
    <section className="stack-8" aria-label={t(`trouble.${title}`)}>
      <Notice tone="danger" title={t(`trouble.${title}`)}>
        <p>{t(isAhead ? "trouble.aheadText" : "trouble.impossibleText")}</p>
        {reasons.length > 0 && (
          <ul>
            {reasons.slice(0, 20).map((reason) => (
              <li key={`${reason.code}:${JSON.stringify(reason.data ?? {})}`}>
                <RefusalText refusal={reason} />
              </li>
            ))}
          </ul>
        )}
        {isClash && <Clash clash={clash} />}
        {state === "impossible" && relaxations.length === 0 && <p>{t("trouble.noWay")}</p>}
        {toQuotas && <ButtonLink to={toQuotas}>{t("trouble.toQuotas")}</ButtonLink>}
      </Notice>
      {relaxations.length > 0 && basis !== null && (
        <RelaxationCards relaxations={relaxations} source={source} basis={basis} {...(relax && { relax })} />
      )}
    </section>
  );
}

function Stopped({ trouble: { source, stoppedAt, stopped }, use }: Pick<DrawTroubleProps, "trouble" | "use">) {
  const t = useT("draw");
  if (stopped?.kept) return <KeptDraw runId={source} kept={stopped.kept} stopped={stopped} {...(use && { use })} />;
  const step: DrawStep | undefined = drawSteps.find((known) => known === stoppedAt?.step);
  return (
    <Notice tone="warn" title={t("trouble.stopped")}>
      <p>
        {stopped && <StoppedWhen stopped={stopped} />}{" "}
        {step && t("trouble.stoppedAt", { step: t(`running.steps.${step}`) })}
      </p>
      <p>
        {t("trouble.stoppedText")} {t(stopped?.isUnanswered ? "kept.unanswered" : "kept.none")}
      </p>
      <p>{t("trouble.stoppedWays")}</p>
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
