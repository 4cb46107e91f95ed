import { Link } from "@remix-run/react";
import { useT } from "~/app/i18n/use-t";
import type { Round } from "../../domain/deliberation/live-state";
import { useLive, useNameOf } from "./live-context";

/** For the team in the plenary while groups sit: which they are, and the way into each for those who watch over them. */
export function WorkingGroups({ round }: { readonly round: Round }) {
  const t = useT("live");
  const { state } = useLive();
  const nameOf = useNameOf();
  return (
    <section className="card stack-2" aria-labelledby="working-groups">
      <h2 id="working-groups">{t("groups.working", { count: round.groups.length })}</h2>
      {state.me.may.seeEveryGroup ? (
        <ul className="max-w-none row">
          {round.groups.map(({ groupId, number, facilitatorId }) => (
            <li key={groupId}>
              <Link className="btn" to={`?group=${groupId}`}>
                {t("groups.name", { number })}
                {facilitatorId && <span className="text-soft text-s"> {nameOf(facilitatorId)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("groups.youWait")}</p>
      )}
    </section>
  );
}
