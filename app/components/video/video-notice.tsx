import { type ReactNode, useEffect, useState } from "react";
import { useT } from "~/app/i18n/use-t";
import { Button } from "../button/button";
import { Notice } from "../notice/notice";
import { useVideo } from "./video-context";

/** What there is to say about video; nothing while all is well. */
export function VideoNotice() {
  const t = useT("video");
  const { snapshot, actions } = useVideo();
  const { state, soundBlocked } = snapshot;
  switch (state.kind) {
    case "off":
      return <Notice tone="info">{t("state.off")}</Notice>;
    case "connecting":
    case "reconnecting":
      return (
        <AfterAMoment key={state.kind} sure={state.kind === "reconnecting" && state.sure}>
          <Notice tone="info" live>
            {t(`state.${state.kind}`)}
          </Notice>
        </AfterAMoment>
      );
    case "failed":
      return (
        <Notice tone="warn" live>
          <p>{t(`state.${state.why}`)}</p>
          <Button onClick={actions.tryAgain}>
            {t(state.why === "elsewhere" ? "state.comeHere" : "state.tryAgain")}
          </Button>
        </Notice>
      );
    case "live":
      return soundBlocked ? (
        <Notice tone="warn" live>
          <p>{t("state.soundBlocked")}</p>
          <Button tone="main" onClick={actions.startSound}>
            {t("state.startSound")}
          </Button>
        </Notice>
      ) : null;
    case "idle":
      return null;
  }
}

const MOMENT_MS = 1200;

/** A move between rooms takes half a second: only what lasts is worth words. `sure`: it has lasted already. */
function AfterAMoment({ sure, children }: { readonly sure: boolean; readonly children: ReactNode }) {
  const [passed, setPassed] = useState(sure);
  if (sure && !passed) setPassed(true);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), MOMENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return passed ? children : null;
}
