import { useT } from "~/app/i18n/use-t";
import { DrawTrouble, type DrawTroubleProps } from "../draw-trouble/draw-trouble";
import { CommandForm } from "../form/command-form";
import { SubmitButton } from "../form/submit-button";
import { ProgressLine } from "../meter/progress-line";
import { NeverDrawn, type PeopleAhead, RarePeople } from "./rare-people";
import { TightTable, type TightTableProps } from "./tight-table";

export type ForecastOfPage =
  | { readonly state: "none" | "failed" }
  | { readonly state: "waiting"; readonly done: number | null; readonly of: number | null }
  | { readonly state: "trouble"; readonly trouble: DrawTroubleProps["trouble"] }
  | ({
      readonly state: "possible";
      readonly rare: PeopleAhead;
      readonly never: PeopleAhead;
      readonly isCrowded: boolean;
    } & TightTableProps);

export interface DrawForecastProps {
  readonly forecast: ForecastOfPage;
  /** Where it is asked for again; left out for those who may only read. */
  readonly ask?: { readonly action?: string; readonly back?: string };
  readonly relax?: DrawTroubleProps["relax"];
  readonly toQuotas?: string;
}

/** What is known before the draw: what stands in its way, or what each quota costs and to whom. */
export function DrawForecast({ forecast, ask, relax, toQuotas }: DrawForecastProps) {
  const t = useT("draw");
  if (forecast.state === "trouble") {
    const ways = { ...(relax && { relax }), ...(toQuotas !== undefined && { toQuotas }) };
    return <DrawTrouble trouble={forecast.trouble} {...ways} />;
  }
  return (
    <section className="stack-4" aria-labelledby="tight">
      <h2 id="tight">{t("tight.title")}</h2>
      {forecast.state === "possible" ? (
        <>
          <TightTable minimum={forecast.minimum} equal={forecast.equal} prices={forecast.prices} />
          <RarePeople rare={forecast.rare} isMany={forecast.isCrowded} />
          <NeverDrawn never={forecast.never} />
        </>
      ) : (
        <NotKnown forecast={forecast} {...(ask && { ask })} />
      )}
    </section>
  );
}

interface NotKnownProps {
  readonly forecast: Exclude<ForecastOfPage, { state: "trouble" | "possible" }>;
  readonly ask?: NonNullable<DrawForecastProps["ask"]>;
}

function NotKnown({ forecast, ask }: NotKnownProps) {
  const t = useT("draw");
  if (forecast.state === "waiting") {
    const { done, of } = forecast;
    return (
      <>
        <ProgressLine label={t("tight.waiting")} {...(done !== null && of ? { value: done, max: of } : {})} />
        <p className="text-s text-soft">{t("tight.waitingText")}</p>
      </>
    );
  }
  return (
    <>
      <p className="text-soft">{t(forecast.state === "failed" ? "tight.failed" : "tight.stale")}</p>
      {ask && (
        <CommandForm
          intent="forecast"
          {...(ask.action !== undefined && { action: ask.action })}
          {...(ask.back !== undefined && { hidden: { back: ask.back } })}
        >
          <SubmitButton tone="plain">{t("tight.ask")}</SubmitButton>
        </CommandForm>
      )}
    </>
  );
}
