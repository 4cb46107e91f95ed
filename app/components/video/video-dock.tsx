import { Mic, MicOff, Settings2, Video, VideoOff } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useT } from "~/app/i18n/use-t";
import type { OwnDevice } from "~/realtime/browser/video/video-room";
import { IconButton } from "../button/icon-button";
import { Dialog } from "../dialog/dialog";
import { Tag } from "../tag/tag";
import { DeviceForm } from "./device-form";
import { TroubleText } from "./trouble-text";
import { useVideo } from "./video-context";

export interface VideoDockProps {
  /** Where people speak one after the other: whether the turn under way is this person's. Null where nobody needs a turn. */
  readonly ownTurn?: boolean | null;
}

/**
 * Microphone, camera, and the choice of devices. Nothing when video is off, or when the person may only look on. A microphone that waits
 * for its turn keeps its place and says why it is closed.
 */
export function VideoDock({ ownTurn = null }: VideoDockProps) {
  const t = useT("video");
  const { snapshot, actions } = useVideo();
  const [choosing, setChoosing] = useState(false);
  const { state, maySend, microphone, camera } = snapshot;
  const why = useId();
  if (maySend === "nothing" || state.kind === "off" || state.kind === "idle") return null;
  return (
    <div className="video-dock">
      <Toggle
        device={microphone}
        closedBy={maySend === "camera" ? why : undefined}
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
      {ownTurn !== null && <TurnLine id={why} ownTurn={ownTurn} />}
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
  /** The id of the sentence that says why it cannot be switched on now. */
  readonly closedBy?: string | undefined;
  readonly on: ReactNode;
  readonly off: ReactNode;
  readonly onChange: (on: boolean) => void;
}

function Toggle({ device, label, closedBy, on, off, onChange }: ToggleProps) {
  return (
    <IconButton
      label={label}
      pressed={device.on}
      className={device.on ? "" : "is-off"}
      aria-busy={device.busy}
      aria-disabled={closedBy !== undefined}
      aria-describedby={closedBy}
      onClick={() => !device.busy && closedBy === undefined && onChange(!device.on)}
    >
      {device.on ? on : off}
    </IconButton>
  );
}

/** Why the microphone is closed, that it is one's turn now (yellow), that the turn is over. Read out when it changes. */
function TurnLine({ id, ownTurn }: { readonly id: string; readonly ownTurn: boolean }) {
  const t = useT("video");
  const { maySend, microphone, state } = useVideo().snapshot;
  const [spoke, setSpoke] = useState(ownTurn);
  if (ownTurn && !spoke) setSpoke(true);
  const closed = maySend === "camera";
  const heard = microphone.on && microphone.sent && state.kind === "live";
  // Switched on, it takes a moment until it is sent.
  const lost = microphone.on && !heard && !microphone.busy;
  return (
    <p id={id} role="status" className={closed || ownTurn ? "basis-full text-s" : "sr-only"}>
      {ownTurn && !closed && !lost && <Tag tone="now">{t(heard ? "turn.heard" : "turn.openIt")}</Tag>}
      {ownTurn && !closed && lost && <strong className="text-danger">{t("turn.lost")}</strong>}
      {closed && t(spoke && !ownTurn ? "turn.over" : "turn.closed")}
    </p>
  );
}

function DockTrouble({ microphone, camera }: Readonly<Record<"microphone" | "camera", OwnDevice>>) {
  const t = useT("video");
  const found = microphone.trouble
    ? { device: t("dock.microphone"), trouble: microphone.trouble }
    : camera.trouble && { device: t("dock.camera"), trouble: camera.trouble };
  return (
    <p role="status" className={found ? "basis-full text-s text-danger" : "sr-only"}>
      {found && <TroubleText {...found} />}
    </p>
  );
}
