import { readRecord } from "../read-record";

/** Which devices a person uses, as remembered by this browser. */
export interface DeviceChoice {
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  readonly speakerId: string | null;
  readonly microphoneOn: boolean;
  readonly cameraOn: boolean;
  /** "small" spares a slow line or an old device. */
  readonly picture: "normal" | "small";
}

export const DEVICE_CHOICE_KEY = "hemicycle.devices";

export const noChoice: DeviceChoice = {
  microphoneId: null,
  cameraId: null,
  speakerId: null,
  microphoneOn: false,
  cameraOn: false,
  picture: "normal",
};

/** Reads what was remembered; anything it does not understand is as if nothing had been chosen. */
export function parseDeviceChoice(text: string | null): DeviceChoice {
  const found = readRecord(text);
  const id = (name: string): string | null => {
    const value = found[name];
    return typeof value === "string" && value !== "" ? value : null;
  };
  return {
    microphoneId: id("microphoneId"),
    cameraId: id("cameraId"),
    speakerId: id("speakerId"),
    microphoneOn: found.microphoneOn === true,
    cameraOn: found.cameraOn === true,
    picture: found.picture === "small" ? "small" : "normal",
  };
}

/** A browser that keeps nothing (private windows, full disk) forgets the choice; the page works all the same. */
export function readDeviceChoice(): DeviceChoice {
  try {
    return parseDeviceChoice(window.localStorage.getItem(DEVICE_CHOICE_KEY));
  } catch {
    return noChoice;
  }
}

export function rememberDeviceChoice(change: Partial<DeviceChoice>): DeviceChoice {
  const choice = { ...readDeviceChoice(), ...change };
  try {
    window.localStorage.setItem(DEVICE_CHOICE_KEY, JSON.stringify(choice));
  } catch {
    // see readDeviceChoice
  }
  return choice;
}

/** What to ask of getUserMedia. A remembered device that is gone gives way to another. */
export function cameraConstraints({ cameraId, picture }: DeviceChoice) {
  const size =
    picture === "small" ? { width: 160, height: 120, frameRate: 10 } : { width: 640, height: 360, frameRate: 24 };
  return { size, ...(cameraId !== null && { deviceId: { ideal: cameraId } }) };
}

export function microphoneConstraints({ microphoneId }: DeviceChoice) {
  const clean = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  return { ...clean, ...(microphoneId !== null && { deviceId: { ideal: microphoneId } }) };
}
