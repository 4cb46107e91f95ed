import { Link } from "@remix-run/react";
import { RadioCards } from "~/app/components/field/radio-cards";
import { CommandForm } from "~/app/components/form/command-form";
import { SubmitButton } from "~/app/components/form/submit-button";
import { Notice } from "~/app/components/notice/notice";
import { choices } from "~/app/domain/voting/show-of-hands";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { VoteView } from "./view";

/** One ballot with every recommendation, a choice each. */
export function BallotForm({ vote }: { readonly vote: VoteView }) {
  const t = useT("vote");
  const path = useLocalePath();
  const { id } = useAssembly();
  const mine = vote.mine ?? {};
  const voted = Object.keys(mine).length > 0;
  return (
    <section className="stack-4" aria-labelledby="ballot-title">
      <h2 id="ballot-title">{t("ballot.title")}</h2>
      {voted ? <Notice tone="done" title={t("ballot.recorded")} /> : <p>{t("ballot.intro")}</p>}
      <CommandForm intent="cast" className="stack-8">
        {vote.questions.map((question) => (
          <div key={question.id} className="card stack-2">
            <RadioCards
              name={`choice-${question.id}`}
              label={
                <span className="block">
                  <span className="block text-s text-soft">{t("ballot.number", { number: question.number })}</span>
                  <span className="block text-l">{question.title}</span>
                </span>
              }
              defaultValue={mine[question.id]}
              options={choices.map((value) => ({ value, label: t(`choices.${value}`) }))}
              required
              inline
            />
            <Link
              to={path(`/assembly/${id}/booklet#recommendation-${question.number}`)}
              target="_blank"
              rel="noreferrer"
            >
              {t("ballot.read")}
            </Link>
          </div>
        ))}
        <SubmitButton big>{voted ? t("ballot.submitAgain") : t("ballot.submit")}</SubmitButton>
      </CommandForm>
    </section>
  );
}
