import { Link } from "@remix-run/react";
import { Card } from "~/app/components/card/card";
import { StepLine } from "~/app/components/step-line/step-line";
import { inLocale } from "~/app/domain/kernel/locale";
import { useAssembly } from "~/app/hooks/use-assembly";
import { useLocale, useLocalePath } from "~/app/hooks/use-locale";
import { formatDayTime } from "~/app/i18n/format-date";
import { formatDayOfMonth } from "~/app/i18n/format-day-of-month";
import { useT } from "~/app/i18n/use-t";
import type { Home } from "./route.server";

/** What comes next: where we are in the itinerary, the next session, the way to the calendar. */
export function NextCard({ home, nowMs }: { readonly home: Home; readonly nowMs: number }) {
  const { phases, sessions } = home;
  const t = useT("home");
  const tPhases = useT("phases");
  const locale = useLocale();
  const path = useLocalePath();
  const { id, timeZone } = useAssembly();
  const at = phases.findLastIndex(({ state }) => state === "current");
  const [current, after] = [phases[at], phases[at + 1]];
  const next = sessions.find(({ state, startsAtMs }) => state === "planned" && startsAtMs > nowMs);
  const calendar = path(`/assembly/${id}/calendar`);
  return (
    <Card title={t("next.title")} dense>
      <StepLine
        compact
        label={t("next.title")}
        steps={phases.map(({ kind, state, startsAtMs, endsAtMs }) => ({
          label: tPhases(kind),
          state,
          share: (nowMs - startsAtMs) / Math.max(1, endsAtMs - startsAtMs),
        }))}
      />
      {current && (
        <p>
          <strong>
            {t("next.step", {
              step: at + 1,
              total: phases.length,
              phase: tPhases(current.kind).toLocaleLowerCase(locale),
            })}
          </strong>{" "}
          {after &&
            t(after.startsAtMs > nowMs ? "next.after" : "next.afterSoon", {
              phase: tPhases(after.kind).toLocaleLowerCase(locale),
              date: formatDayOfMonth({ atMs: after.startsAtMs, timeZone, locale }),
            })}
        </p>
      )}
      {next && (
        <p>
          {t("next.session", {
            title: inLocale(next.title, locale),
            when: formatDayTime({ atMs: next.startsAtMs, timeZone, locale }),
          })}
          {next.place !== "online" && next.address && <span className="text-soft text-s block">{next.address}</span>}
        </p>
      )}
      <p className="text-s">
        <Link to={calendar}>{t("next.calendar")}</Link> ·{" "}
        <a href={`${calendar}.ics`} download>
          {t("next.download")}
        </a>
      </p>
    </Card>
  );
}
