import type { DeviceTrouble } from "~/app/domain/learning/device-check";
import { useT } from "~/app/i18n/use-t";

export interface TroubleTextProps {
  /** "Microphone", "Camera". */
  readonly device: string;
  readonly trouble: DeviceTrouble;
}

/** What stands in the way of a device, and the way out. */
export function TroubleText({ device, trouble }: TroubleTextProps) {
  const t = useT("video");
  return <>{t(`trouble.${trouble}`, { device })}</>;
}
