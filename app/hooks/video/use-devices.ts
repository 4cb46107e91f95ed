import { useEffect, useState } from "react";

export type Devices = Readonly<Record<MediaDeviceKind, readonly MediaDeviceInfo[]>>;

const none: Devices = { audioinput: [], videoinput: [], audiooutput: [] };

/**
 * The devices of this machine, kept up to date when one is plugged in. Browsers tell names only once one of them was allowed: another
 * `asked` reads anew.
 */
export function useDevices(asked?: unknown): Devices {
  const [devices, setDevices] = useState<Devices>(none);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another `asked` is what reads anew
  useEffect(() => {
    const { mediaDevices } = navigator;
    if (!mediaDevices) return;
    let left = false;
    const read = () =>
      mediaDevices.enumerateDevices().then(
        (found) => !left && setDevices(sorted(found)),
        () => undefined,
      );
    void read();
    mediaDevices.addEventListener("devicechange", read);
    return () => {
      left = true;
      mediaDevices.removeEventListener("devicechange", read);
    };
  }, [asked]);
  return devices;
}

/** Without a device's id there is nothing to choose by; "default" stands for our own first choice. */
function sorted(found: readonly MediaDeviceInfo[]): Devices {
  const of = (kind: MediaDeviceKind) =>
    found.filter((device) => device.kind === kind && device.deviceId !== "" && device.deviceId !== "default");
  return { audioinput: of("audioinput"), videoinput: of("videoinput"), audiooutput: of("audiooutput") };
}
