import { useEffect, useState } from "react";
import { Button } from "~/app/components/button/button";
import { Meter } from "~/app/components/meter/meter";
import { Notice } from "~/app/components/notice/notice";
import { DeviceSelect } from "~/app/components/video/device-form";
import { TroubleText } from "~/app/components/video/trouble-text";
import { type DeviceTrouble, HEARD_LEVEL } from "~/app/domain/learning/device-check";
import { useDevices } from "~/app/hooks/video/use-devices";
import { useMedia } from "~/app/hooks/video/use-media";
import { useSoundLevel } from "~/app/hooks/video/use-sound-level";
import { useT } from "~/app/i18n/use-t";
import { readDeviceChoice, rememberDeviceChoice } from "~/realtime/browser/video/device-choice";
import { StepCard } from "./step-card";

export interface MicrophoneFound {
  /** The loudest moment; null without a microphone. */
  readonly level: number | null;
  readonly trouble: DeviceTrouble | null;
}

/** A bar that moves with the voice, and the choice of another microphone. */
export function MicrophoneStep({ onFound }: { readonly onFound: (found: MicrophoneFound) => void }) {
  const t = useT("learn");
  const video = useT("video");
  const [deviceId, setDeviceId] = useState(() => readDeviceChoice().microphoneId);
  const [attempt, setAttempt] = useState(0);
  const { stream, trouble } = useMedia("audio", { active: true, deviceId, attempt });
  const { now, loudest } = useSoundLevel(stream);
  const devices = useDevices(stream);
  const level = stream ? Math.round(loudest * 1000) / 1000 : null;
  useEffect(() => onFound({ level, trouble }), [onFound, level, trouble]);
  const heard = loudest >= HEARD_LEVEL;
  return (
    <StepCard title={t("check.microphone.title")} works={heard && t("check.microphone.heard")}>
      {trouble ? (
        <Notice tone="warn" live>
          <p>
            <TroubleText device={video("dock.microphone")} trouble={trouble} />
          </p>
          <Button onClick={() => setAttempt(attempt + 1)}>{video("state.tryAgain")}</Button>
        </Notice>
      ) : (
        <>
          <p>{t(heard ? "check.microphone.say" : stream ? "check.microphone.silent" : "check.microphone.say")}</p>
          {/* The root of the level: the ear hears differences of quiet sounds, a straight bar would hardly move. */}
          <Meter label={t("check.microphone.level")} value={Math.sqrt(now)} max={0.7} valueText=" " />
        </>
      )}
      {devices.audioinput.length > 1 && (
        <DeviceSelect
          name="microphoneId"
          label={t("check.chooseMicrophone")}
          value={deviceId}
          devices={devices.audioinput}
          onChange={(id) => {
            setDeviceId(id);
            rememberDeviceChoice({ microphoneId: id });
          }}
        />
      )}
    </StepCard>
  );
}
