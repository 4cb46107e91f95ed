import { useEffect, useRef, useState } from "react";
import { Button } from "~/app/components/button/button";
import { Notice } from "~/app/components/notice/notice";
import { DeviceSelect } from "~/app/components/video/device-form";
import { TroubleText } from "~/app/components/video/trouble-text";
import type { DeviceTrouble } from "~/app/domain/learning/device-check";
import { useDevices } from "~/app/hooks/video/use-devices";
import { useMedia } from "~/app/hooks/video/use-media";
import { useT } from "~/app/i18n/use-t";
import { readDeviceChoice, rememberDeviceChoice } from "~/realtime/browser/video/device-choice";
import { StepCard } from "./step-card";

export interface CameraFound {
  readonly works: boolean;
  /** Null also when the person says that there is no camera. */
  readonly trouble: DeviceTrouble | null;
}

/** One's own picture; "I have no camera" is an answer like any other. */
export function CameraStep({ onFound }: { readonly onFound: (found: CameraFound) => void }) {
  const t = useT("learn");
  const video = useT("video");
  const [has, setHas] = useState(true);
  const [deviceId, setDeviceId] = useState(() => readDeviceChoice().cameraId);
  const [attempt, setAttempt] = useState(0);
  const { stream, trouble } = useMedia("video", { active: has, deviceId, attempt });
  const devices = useDevices(stream);
  const works = stream !== null;
  useEffect(() => onFound({ works, trouble: has ? trouble : null }), [onFound, works, trouble, has]);
  if (!has) {
    return (
      <StepCard title={t("check.camera.title")}>
        <p>{t("check.camera.noneText")}</p>
        <Button onClick={() => setHas(true)}>{t("check.camera.again")}</Button>
      </StepCard>
    );
  }
  return (
    <StepCard title={t("check.camera.title")} works={works && t("check.camera.works")}>
      {works && <p>{t("check.camera.seen")}</p>}
      <OwnPicture stream={stream} label={t("check.camera.picture")} />
      {trouble && (
        <Notice tone="warn" live>
          <TroubleText device={video("dock.camera")} trouble={trouble} />
        </Notice>
      )}
      {devices.videoinput.length > 1 && (
        <DeviceSelect
          name="cameraId"
          label={t("check.chooseCamera")}
          value={deviceId}
          devices={devices.videoinput}
          onChange={(id) => {
            setDeviceId(id);
            rememberDeviceChoice({ cameraId: id });
          }}
        />
      )}
      <div className="row">
        {trouble && <Button onClick={() => setAttempt(attempt + 1)}>{video("state.tryAgain")}</Button>}
        <Button tone="quiet" onClick={() => setHas(false)}>
          {t("check.camera.none")}
        </Button>
      </div>
    </StepCard>
  );
}

function OwnPicture({ stream, label }: { readonly stream: MediaStream | null; readonly label: string }) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (element.current) element.current.srcObject = stream;
  }, [stream]);
  if (!stream) return null;
  return (
    <video
      ref={element}
      autoPlay
      playsInline
      muted
      aria-label={label}
      className="w-full max-w-80 rounded-m bg-sunk -scale-x-100"
    />
  );
}
