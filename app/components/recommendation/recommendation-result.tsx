import { Disclosure } from "~/app/components/disclosure/disclosure";
import { Hemicycle, type SeatState } from "~/app/components/hemicycle/hemicycle";
import { ResultBars } from "~/app/components/meter/result-bars";
import { Table } from "~/app/components/table/table";
import { When } from "~/app/components/time/when";
import { type Tally, type Threshold, thresholdName } from "~/app/domain/voting/show-of-hands";
import { useLocale } from "~/app/hooks/use-locale";
import { formatPercent } from "~/app/i18n/format-number";
import { useT } from "~/app/i18n/use-t";

export interface RecommendationResultProps {
  readonly tally: Tally;
  readonly threshold: Threshold;
  readonly closedAtMs: number;
  readonly timeZone: string;
}

/** A result as sentence, picture, bars with the threshold, and table: each says it all. */
export function RecommendationResult({ tally, threshold, closedAtMs, timeZone }: RecommendationResultProps) {
  const t = useT("site");
  const vote = useT("vote");
  const expressed = tally.for + tally.against;
  const absent = tally.roll - expressed - tally.blank;
  const name = thresholdName(threshold);
  return (
    <section className="card stack-4" aria-labelledby="result">
      <h2 id="result">{vote(`result.${tally.outcome}`, { for: tally.for, expressed })}</h2>
      <p className="text-soft">
        {t("recommendation.openVote")} <When at={closedAtMs} timeZone={timeZone} as="date" />
      </p>
      <div className="grid-12 items-center">
        <Hemicycle
          className="xl:col-span-4"
          seats={seatsOf(tally, absent)}
          label={vote("result.picture", { for: tally.for, against: tally.against, blank: tally.blank, absent })}
        />
        <div className="xl:col-span-8 stack-4">
          <ResultBars
            max={expressed}
            thresholdShare={threshold.numerator / threshold.denominator}
            {...(name && { thresholdLabel: vote("result.thresholdLabel", { threshold: vote(`thresholds.${name}`) }) })}
            rows={[
              { label: vote("choices.for"), value: tally.for, tone: "for" },
              { label: vote("choices.against"), value: tally.against, tone: "against" },
              { label: vote("choices.blank"), value: tally.blank, tone: "blank", share: false },
              { label: vote("result.absent"), value: absent, tone: "blank", share: false },
            ]}
          />
        </div>
      </div>
      <Disclosure summary={t("recommendation.asTable")}>
        <ResultTable tally={tally} absent={absent} />
      </Disclosure>
    </section>
  );
}

function ResultTable({ tally, absent }: { readonly tally: Tally; readonly absent: number }) {
  const t = useT("site");
  const vote = useT("vote");
  const locale = useLocale();
  const expressed = tally.for + tally.against;
  const share = (count: number): string => (expressed > 0 ? formatPercent(count / expressed, locale) : "–");
  return (
    <Table
      caption={t("recommendation.table")}
      hideCaption
      head={[t("recommendation.answer"), t("recommendation.number"), t("recommendation.share")]}
      numeric={[1, 2]}
      rows={[
        { key: "for", cells: [vote("choices.for"), tally.for, share(tally.for)] },
        { key: "against", cells: [vote("choices.against"), tally.against, share(tally.against)] },
        { key: "blank", cells: [vote("choices.blank"), tally.blank, "–"] },
        { key: "absent", cells: [vote("result.absent"), absent, "–"] },
      ]}
    />
  );
}

/** In public a seat is a voice, not a person: for on the left, then blank, absent and against. */
function seatsOf(tally: Tally, absent: number): SeatState[] {
  const row = (state: SeatState, count: number): SeatState[] => Array<SeatState>(count).fill(state);
  return [
    ...row("for", tally.for),
    ...row("blank", tally.blank),
    ...row("away", absent),
    ...row("against", tally.against),
  ];
}
