import { PageTitle } from "~/app/components/page-title/page-title";
import { When } from "~/app/components/time/when";
import { useT } from "~/app/i18n/use-t";

export interface WhatIsAskedProps {
  readonly invitation: {
    readonly name: string;
    readonly title: string;
    readonly question: string;
    readonly authority: string;
    readonly commitment: string;
    readonly organisation: string;
    readonly seats: number;
    readonly timeZone: string;
    readonly sessions: readonly {
      readonly id: string;
      readonly title: string;
      readonly startsAtMs: number;
      readonly endsAtMs: number;
      readonly place: string;
      readonly address: string;
    }[];
  };
}

/** Question, authority, dates: what one says yes or no to. */
export function WhatIsAsked({ invitation }: WhatIsAskedProps) {
  const t = useT("invite");
  const { name, title, question, authority, commitment, organisation, seats } = invitation;
  return (
    <>
      <PageTitle title={t("answer.drawnTitle", { name })}>
        {t("answer.by", { organisation, assembly: title, seats })}
      </PageTitle>
      <section aria-labelledby="question">
        <h2 id="question" className="text-soft text-m font-normal">
          {t("answer.question")}
        </h2>
        <p className="font-title text-title-question font-bold">{question}</p>
      </section>
      {(authority || commitment) && (
        <section aria-labelledby="authority">
          <h2 id="authority" className="text-l">
            {t("answer.authority")}
          </h2>
          <p>
            <strong>{authority}</strong>
          </p>
          <p className="whitespace-pre-line">{commitment}</p>
        </section>
      )}
      {invitation.sessions.length > 0 && <Sessions invitation={invitation} />}
    </>
  );
}

function Sessions({ invitation: { sessions, timeZone } }: WhatIsAskedProps) {
  const t = useT("invite");
  const place = (name: string): string =>
    name === "room" ? t("answer.room") : name === "both" ? t("answer.both") : t("answer.online");
  return (
    <section aria-labelledby="dates" className="stack-2">
      <h2 id="dates" className="text-l">
        {t("answer.dates")}
      </h2>
      <p>{t("answer.datesText")}</p>
      <ul className="max-w-none border-t border-line">
        {sessions.map(({ id, title, startsAtMs, endsAtMs, place: where, address }) => (
          <li key={id} className="border-b border-line py-2">
            <strong>
              <When at={startsAtMs} timeZone={timeZone} as="day-time" /> –{" "}
              <When at={endsAtMs} timeZone={timeZone} as="time" />
            </strong>
            <span className="text-s text-soft block">
              {[title, place(where), address].filter((part) => part !== "").join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
