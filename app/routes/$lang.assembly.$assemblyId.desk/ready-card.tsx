import { Link } from "@remix-run/react";
import { Card } from "~/app/components/card/card";
import { Meter } from "~/app/components/meter/meter";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocalePath } from "~/app/hooks/use-locale";
import { useT } from "~/app/i18n/use-t";
import type { Desk } from "./route.server";

/** How many members can take part in the next session, by their last device check. */
export function ReadyCard({ desk: { readiness, members, sessionIsToday } }: { readonly desk: Desk }) {
  const t = useT("desk");
  const path = useLocalePath();
  const { id } = useAssembly();
  const title = t(sessionIsToday ? "ready.today" : "ready.next");
  if (members === 0) {
    return (
      <Card className="xl:col-span-4" title={title}>
        <p className="text-soft">{t("ready.noMembers")}</p>
      </Card>
    );
  }
  const rest = [
    readiness["needs-help"] > 0 && t("ready.help", { count: readiness["needs-help"] }),
    readiness["can-follow"] > 0 && t("ready.follow", { count: readiness["can-follow"] }),
    readiness.unchecked > 0 && t("ready.unchecked", { count: readiness.unchecked }),
  ].filter((line) => line !== false);
  return (
    <Card className="xl:col-span-4" dense title={title}>
      <p>
        <span className="big-number">{readiness.ready}</span>{" "}
        <span className="text-soft">{t("ready.of", { count: members })}</span>
      </p>
      <Meter
        label={title}
        hideLabel
        value={readiness.ready}
        max={members}
        valueText={`${readiness.ready} / ${members}`}
      />
      {rest.length > 0 && <p className="text-soft text-s">{rest.join(" · ")}</p>}
      <p>
        <Link to={path(`/assembly/${id}/members`)}>{t("ready.see")}</Link>
      </p>
    </Card>
  );
}
