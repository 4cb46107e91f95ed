import { Card } from "~/app/components/card/card";
import { Disclosure } from "~/app/components/disclosure/disclosure";
import { Hemicycle, type SeatState } from "~/app/components/hemicycle/hemicycle";
import { ResultBars } from "~/app/components/meter/result-bars";
import { Table } from "~/app/components/table/table";
import { Tag } from "~/app/components/tag/tag";
import { type Tally, thresholds } from "~/app/domain/voting/show-of-hands";
import { useT } from "~/app/i18n/use-t";
import type { VoteView } from "./view";

type Question = VoteView["results"][number];

/** The result of each question: a sentence, a picture, bars with the threshold, and who chose what. */
export function VoteResults({ vote }: { readonly vote: VoteView }) {
  const t = useT("vote");
  return (
    <section className="stack-4" aria-labelledby="results-title">
      <h2 id="results-title">{t("result.title")}</h2>
      <p className="text-soft">{t("result.openReminder")}</p>
      {vote.results.length > 1 && <Overview results={vote.results} />}
      {vote.results.map((question) => (
        <QuestionCard key={question.questionId} question={question} vote={vote} />
      ))}
    </section>
  );
}

/** All at a glance, each line a way to its details. */
function Overview({ results }: { readonly results: readonly Question[] }) {
  const t = useT("site");
  return (
    <ol className="max-w-none">
      {results.map(({ questionId, number, title, tally }) => (
        <li key={questionId} className="decided">
          <a href={`#question-${number}`}>
            {number}. {title}
          </a>{" "}
          <Tag tone={tally.outcome === "adopted" ? "ok" : "plain"}>{t(`outcome.${tally.outcome}`)}</Tag>
        </li>
      ))}
    </ol>
  );
}

function QuestionCard({ question, vote }: { readonly question: Question; readonly vote: VoteView }) {
  const t = useT("vote");
  const { tally } = question;
  const expressed = tally.for + tally.against;
  const threshold = thresholds[vote.threshold];
  return (
    <Card id={`question-${question.number}`} title={`${question.number}. ${question.title}`} level={3}>
      <div className="grid-12">
        <Hemicycle
          className="xl:col-span-4"
          seats={seatsOf(question, vote)}
          label={t("result.picture", pictureOf(tally))}
        />
        <div className="xl:col-span-8 stack-4">
          <p>
            <strong>{t(`result.${tally.outcome}`, { for: tally.for, expressed })}</strong>
          </p>
          <ResultBars
            max={expressed}
            thresholdShare={threshold.numerator / threshold.denominator}
            thresholdLabel={t("result.thresholdLabel", { threshold: t(`thresholds.${vote.threshold}`) })}
            rows={[
              { label: t("choices.for"), value: tally.for, tone: "for" },
              { label: t("choices.against"), value: tally.against, tone: "against" },
              { label: t("choices.blank"), value: tally.blank, tone: "blank", share: false },
              { label: t("result.absent"), value: pictureOf(tally).absent, tone: "blank", share: false },
            ]}
          />
        </div>
      </div>
      <Disclosure summary={t("result.who")}>
        <Table
          caption={t("result.who")}
          hideCaption
          head={[t("result.member"), t("result.choice")]}
          rows={vote.voters.map(({ id, name }) => {
            const choice = question.hands[id];
            return { key: id, cells: [name, choice ? t(`choices.${choice}`) : t("result.noVote")] };
          })}
        />
      </Disclosure>
    </Card>
  );
}

function pictureOf(tally: Tally): { for: number; against: number; blank: number; absent: number } {
  const { for: yes, against, blank, roll } = tally;
  return { for: yes, against, blank, absent: roll - yes - against - blank };
}

/** Each member in their own seat, the same as in the plenary. */
function seatsOf(question: Question, vote: VoteView): { state: SeatState; title: string }[] {
  return vote.voters.map(({ id, name }) => ({ state: question.hands[id] ?? "away", title: name }));
}
