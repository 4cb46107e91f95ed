import { useT } from "~/app/i18n/use-t";

/** A group as people know it, with the meeting where it sat. */
export interface LabelledGroup {
  readonly number: number;
  readonly round: number;
  readonly session: string;
}

/** "Group 3, round 2, First weekend"; the first round goes without saying. */
export function useGroupLabel(): (group: LabelledGroup) => string {
  const t = useT("draft");
  return ({ number, round, session }) =>
    t("idea.where", {
      group: round > 1 ? t("list.groupOfRound", { number, round }) : t("list.group", { number }),
      session,
    });
}
