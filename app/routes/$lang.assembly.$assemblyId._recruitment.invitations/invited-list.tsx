import { Link } from "@remix-run/react";
import { Table } from "~/app/components/table/table";
import { useT } from "~/app/i18n/use-t";
import { type InvitedPerson, type Shown, shownState } from "./invited-person";
import { InvitedState } from "./invited-state";
import { Reach } from "./reach";
import { RecordAnswer } from "./record-answer";

export interface InvitedListProps {
  readonly people: readonly InvitedPerson[];
  readonly show: string;
}

const filters: readonly Shown[] = ["prepared", "sent", "overdue", "accepted", "declined", "unanswered", "withdrawn"];

/** Everyone invited, with their answer, how to reach them, and what can be recorded. */
export function InvitedList({ people, show }: InvitedListProps) {
  const t = useT("invite");
  const known = filters.find((filter) => filter === show);
  const shown = known ? people.filter((person) => shownState(person) === known) : people;
  return (
    <section className="stack-4" aria-labelledby="invited">
      <h2 id="invited">{t("list.title")}</h2>
      <Filters people={people} current={known} />
      <Table
        caption={t("list.title")}
        hideCaption
        stack
        head={[t("list.person"), t("list.state"), t("list.reach"), t("list.act")]}
        rows={shown.map((person) => ({
          key: person.id,
          cells: [
            <PersonName key="name" person={person} />,
            <InvitedState key="state" person={person} />,
            <Reach key="reach" person={person} />,
            <RecordAnswer key="record" person={person} />,
          ],
        }))}
        empty={<p className="text-soft">{t("list.empty")}</p>}
      />
    </section>
  );
}

function PersonName({ person: { name, seat, drawOrdinal } }: { readonly person: InvitedPerson }) {
  const t = useT("invite");
  return (
    <div>
      <strong>{name}</strong>
      {seat !== null && <span className="text-s text-soft block">{t("list.seat", { seat })}</span>}
      {drawOrdinal > 1 && seat === null && <span className="text-s text-soft block">{t("list.replacement")}</span>}
    </div>
  );
}

function Filters({
  people,
  current,
}: {
  readonly people: readonly InvitedPerson[];
  readonly current: Shown | undefined;
}) {
  const t = useT("invite");
  const count = (filter: Shown): number => people.filter((person) => shownState(person) === filter).length;
  const ways = [
    { key: "all" as const, to: "?show=all", count: people.length, isCurrent: current === undefined },
    ...filters
      .map((filter) => ({ key: filter, to: `?show=${filter}`, count: count(filter), isCurrent: current === filter }))
      .filter((way) => way.count > 0 || way.isCurrent),
  ];
  return (
    <nav aria-label={t("filter.label")}>
      <ul className="max-w-none row">
        {ways.map(({ key, to, count: people, isCurrent }) => (
          <li key={key}>
            <Link
              to={to}
              preventScrollReset
              aria-current={isCurrent ? "true" : undefined}
              className={`inline-flex min-h-11 items-center gap-2 rounded-full border px-4 text-ink no-underline ${isCurrent ? "border-accent bg-accent-wash font-bold" : "border-line"}`}
            >
              {t(`filter.${key}`)} <span className="tabular-nums text-soft">{people}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
