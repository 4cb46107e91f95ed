import { Mic, MicOff, Settings2, Video, VideoOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { OwnDevice } from "~/app/hooks/video/video-room";
import { useT } from "~/app/i18n/use-t";
import { IconButton } from "../button/icon-button";
import { Dialog } from "../dialog/dialog";
import { DeviceForm } from "./device-form";
import { TroubleText } from "./trouble-text";
import { useVideo } from "./video-context";

/** Microphone, camera, and the choice of devices. Nothing when video is off, or when the person may only look on. */
export function VideoDock() {
  const t = useT("video");
  const { snapshot, actions } = useVideo();
  const [choosing, setChoosing] = useState(false);
  const { state, mayPublish, microphone, camera } = snapshot;
  if (!mayPublish || state.kind === "off" || state.kind === "idle") return null;
  return (
    <div className="video-dock">
      <Toggle
        device={microphone}
        label={t("dock.microphone")}
        on={<Mic aria-hidden="true" />}
        off={<MicOff aria-hidden="true" />}
        onChange={actions.setMicrophone}
      />
      <Toggle
        device={camera}
        label={t("dock.camera")}
        on={<Video aria-hidden="true" />}
        off={<VideoOff aria-hidden="true" />}
        onChange={actions.setCamera}
      />
      <IconButton label={t("dock.devices")} tone="quiet" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
        <Settings2 aria-hidden="true" />
      </IconButton>
      <DockTrouble microphone={microphone} camera={camera} />
      <Dialog title={t("devices.title")} isOpen={choosing} onClose={() => setChoosing(false)}>
        <DeviceForm
          onChosen={() => {
            actions.takeChoice();
            setChoosing(false);
          }}
        />
      </Dialog>
    </div>
  );
}

interface ToggleProps {
  readonly device: OwnDevice;
  /** The name of the device; whether it is on is said by the pressed state. */
  readonly label: string;
  readonly on: ReactNode;
  readonly off: ReactNode;
  readonly onChange: (on: boolean) => void;
}

function Toggle({ device, label, on, off, onChange }: ToggleProps) {
  return (
    <IconButton
      label={label}
      pressed={device.on}
      className={device.on ? "is-on" : "is-off"}
      aria-busy={device.busy}
      onClick={() => !device.busy && onChange(!device.on)}
    >
      {device.on ? on : off}
    </IconButton>
  );
}

function DockTrouble({ microphone, camera }: Readonly<Record<"microphone" | "camera", OwnDevice>>) {
  const t = useT("video");
  const found = microphone.trouble
    ? { device: t("dock.microphone"), trouble: microphone.trouble }
    : camera.trouble && { device: t("dock.camera"), trouble: camera.trouble };
  return (
    <p role="status" className={found ? "video-trouble" : "visually-hidden"}>
      {found && <TroubleText {...found} />}
    </p>
  );
}
