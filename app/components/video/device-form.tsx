import { type FormEvent, useId } from "react";
import { useDevices } from "~/app/hooks/video/use-devices";
import { useT } from "~/app/i18n/use-t";
import { type DeviceChoice, readDeviceChoice, rememberDeviceChoice } from "~/realtime/browser/video/device-choice";
import { Button } from "../button/button";

/** Which microphone, camera and loudspeaker this device uses. Remembered by the browser, never sent. */
export function DeviceForm({ onChosen }: { readonly onChosen: () => void }) {
  const t = useT("video");
  const devices = useDevices();
  const choice = readDeviceChoice();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    const chosen = (name: string): string | null => String(form.get(name) ?? "") || null;
    rememberDeviceChoice({
      microphoneId: chosen("microphoneId"),
      cameraId: chosen("cameraId"),
      speakerId: chosen("speakerId"),
      picture: form.get("picture") === "small" ? "small" : "normal",
    } satisfies Partial<DeviceChoice>);
    onChosen();
  };
  return (
    <form className="stack-4" onSubmit={submit}>
      <DeviceSelect
        name="microphoneId"
        label={t("dock.microphone")}
        value={choice.microphoneId}
        devices={devices.audioinput}
      />
      <DeviceSelect name="cameraId" label={t("dock.camera")} value={choice.cameraId} devices={devices.videoinput} />
      {devices.audiooutput.length > 0 && (
        <DeviceSelect
          name="speakerId"
          label={t("devices.speaker")}
          value={choice.speakerId}
          devices={devices.audiooutput}
        />
      )}
      <label className="choice">
        <input type="checkbox" name="picture" value="small" defaultChecked={choice.picture === "small"} />
        <span>
          {t("devices.small")}
          <span className="text-s text-soft block">{t("devices.smallHint")}</span>
        </span>
      </label>
      <p className="text-s text-soft">{t("devices.remembered")}</p>
      <Button type="submit" tone="main">
        {t("devices.use")}
      </Button>
    </form>
  );
}

interface DeviceSelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly devices: readonly MediaDeviceInfo[];
  readonly onChange?: (id: string | null) => void;
}

export function DeviceSelect({ name, label, value, devices, onChange }: DeviceSelectProps) {
  const t = useT("video");
  const id = useId();
  const known = devices.some(({ deviceId }) => deviceId === value);
  return (
    <div className="field-shell">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={name}
        className="field"
        key={devices.length}
        defaultValue={known ? (value ?? "") : ""}
        onChange={(event) => onChange?.(event.target.value || null)}
      >
        <option value="">{t("devices.default")}</option>
        {devices.map((device, at) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || `${label} ${at + 1}`}
          </option>
        ))}
      </select>
    </div>
  );
}
