import { useEffect, useState } from "react";
import { type DeviceTrouble, deviceTroubleOf } from "~/app/domain/learning/device-check";

export interface OpenMedia {
  readonly stream: MediaStream | null;
  readonly trouble: DeviceTrouble | null;
}

const closed: OpenMedia = { stream: null, trouble: null };

/**
 * A microphone or camera for as long as `active` holds; the device is let go afterwards. `deviceId` null takes the browser's own
 * choice; another `attempt` asks again.
 */
export function useMedia(
  kind: "audio" | "video",
  {
    active,
    deviceId,
    attempt,
  }: { readonly active: boolean; readonly deviceId: string | null; readonly attempt: number },
): OpenMedia {
  const [media, setMedia] = useState(closed);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (!active) return;
    let left = false;
    let opened: MediaStream | null = null;
    open(kind, deviceId).then(
      (stream) => {
        opened = stream;
        if (left) stop(stream);
        else setMedia({ stream, trouble: null });
      },
      (error: unknown) => !left && setMedia({ stream: null, trouble: troubleOf(error) }),
    );
    return () => {
      left = true;
      if (opened) stop(opened);
      setMedia(closed);
    };
  }, [kind, active, deviceId, attempt]);
  return media;
}

function open(kind: "audio" | "video", deviceId: string | null): Promise<MediaStream> {
  if (!navigator.mediaDevices) return Promise.reject(new TypeError("no media devices"));
  const wanted = deviceId === null ? true : { deviceId: { ideal: deviceId } };
  return navigator.mediaDevices.getUserMedia({ [kind]: wanted });
}

function troubleOf(error: unknown): DeviceTrouble {
  return window.isSecureContext ? deviceTroubleOf(error) : "insecure";
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
