import { useT } from "~/app/i18n/use-t";
import { groupStream } from "../../domain/deliberation/streams";
import type { GroupId } from "../../domain/kernel/ids";
import { RefusalText } from "../form/refusal-text";
import { groupOf } from "./group-roles";
import { HallFrame } from "./hall-frame";
import { HallHeader } from "./hall-header";
import { useLive, useStanding } from "./live-context";

/** A group that is not there to be shown: it is on its way, or the person may not enter it, and reads why. */
export function GroupAway({ groupId }: { readonly groupId: GroupId }) {
  const t = useT("group");
  const { state } = useLive();
  const standing = useStanding(groupStream(groupId));
  const number = groupOf(state.session, groupId)?.number ?? 0;
  return (
    <HallFrame dock={{ floor: null, groupId: null }}>
      <HallHeader place={t("name", { number })} className="wash" />
      <div className="grid grow grid-cols-1 content-center justify-items-center gap-8 px-4 py-8" role="status">
        {standing.kind === "refused" ? (
          <section className="stack-4 w-full max-w-152">
            <h2 className="text-title-m">{t("refused.title", { number })}</h2>
            <p>
              <RefusalText refusal={standing.refusal} />
            </p>
            <p>{t("refused.text")}</p>
          </section>
        ) : (
          <p className="text-l">{t("joining", { number })}</p>
        )}
      </div>
    </HallFrame>
  );
}
