import { Volume2 } from "lucide-react";
import { useState } from "react";
import { Button } from "~/app/components/button/button";
import { DeviceSelect } from "~/app/components/video/device-form";
import { useDevices } from "~/app/hooks/video/use-devices";
import { useT } from "~/app/i18n/use-t";
import { readDeviceChoice, rememberDeviceChoice } from "~/realtime/browser/video/device-choice";
import { playTone } from "~/realtime/browser/video/play-tone";
import { StepCard } from "./step-card";

/** A sound, and the question whether it was heard. */
export function SpeakerStep({ onFound }: { readonly onFound: (heard: boolean) => void }) {
  const t = useT("learn");
  const [state, setState] = useState<"ready" | "playing" | "asked" | "heard" | "silent">("ready");
  const [deviceId, setDeviceId] = useState(() => readDeviceChoice().speakerId);
  const devices = useDevices(state);
  const play = () => {
    setState("playing");
    playTone(deviceId).then(
      // Who has answered before the end is not asked again.
      () => setState((now) => (now === "playing" ? "asked" : now)),
      () => setState("silent"),
    );
  };
  const say = (heard: boolean) => {
    setState(heard ? "heard" : "silent");
    onFound(heard);
  };
  return (
    <StepCard title={t("check.speaker.title")} works={state === "heard" && t("check.speaker.works")}>
      <div className="row">
        <Button icon={<Volume2 aria-hidden="true" />} onClick={play}>
          {t("check.speaker.play")}
        </Button>
        <p role="status" className="text-soft">
          {state === "playing" && t("check.speaker.playing")}
        </p>
      </div>
      {(state === "asked" || state === "playing") && (
        <div className="row">
          <p>{t("check.speaker.heard")}</p>
          <Button onClick={() => say(true)}>{t("check.speaker.yes")}</Button>
          <Button onClick={() => say(false)}>{t("check.speaker.no")}</Button>
        </div>
      )}
      {state === "silent" && <p>{t("check.speaker.silent")}</p>}
      {devices.audiooutput.length > 1 && (
        <DeviceSelect
          name="speakerId"
          label={t("check.chooseSpeaker")}
          value={deviceId}
          devices={devices.audiooutput}
          onChange={(id) => {
            setDeviceId(id);
            rememberDeviceChoice({ speakerId: id });
          }}
        />
      )}
    </StepCard>
  );
}
