import { useEffect, useState } from "react";
import { ProgressLine } from "~/app/components/meter/progress-line";
import { Notice } from "~/app/components/notice/notice";
import { SLOW_ROUND_TRIP_MS } from "~/app/domain/learning/device-check";
import { useT } from "~/app/i18n/use-t";
import { type Connection, measureConnection } from "~/realtime/browser/video/measure-connection";
import { StepCard } from "./step-card";

/** How far away the server is, and whether the live room is reached. `onFound` gets null where one of the two is not. */
export function ConnectionStep({ onFound }: { readonly onFound: (roundTripMs: number | null) => void }) {
  const t = useT("learn");
  const [found, setFound] = useState<Connection | null>(null);
  useEffect(() => {
    let left = false;
    void measureConnection().then((measured) => {
      if (left) return;
      setFound(measured);
      onFound(measured.live ? measured.roundTripMs : null);
    });
    return () => {
      left = true;
    };
  }, [onFound]);
  if (!found) {
    return (
      <StepCard title={t("check.connection.title")}>
        <ProgressLine label={t("check.connection.measuring")} />
      </StepCard>
    );
  }
  const { roundTripMs: ms, live } = found;
  const good = ms !== null && live && ms <= SLOW_ROUND_TRIP_MS;
  return (
    <StepCard title={t("check.connection.title")} works={good && t("check.connection.good", { ms })}>
      {!good && (
        <Notice tone="warn" live>
          {ms === null
            ? t("check.connection.none")
            : live
              ? t("check.connection.slow", { ms })
              : t("check.connection.noLive")}
        </Notice>
      )}
    </StepCard>
  );
}
