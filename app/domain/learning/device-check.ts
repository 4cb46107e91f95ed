/** Why a microphone or a camera cannot be used, as far as a browser says. */
export const deviceTroubles = ["insecure", "unsupported", "denied", "none", "busy", "unknown"] as const;
export type DeviceTrouble = (typeof deviceTroubles)[number];

/**
 * What a person's device check found. Level from 0 to 1 (the loudest moment, null without a microphone); round trip in milliseconds,
 * null where the server or its live room was not reached.
 */
export interface DeviceCheckResult {
  readonly microphoneLevel: number | null;
  readonly camera: boolean;
  readonly speaker: boolean;
  readonly roundTripMs: number | null;
  /** What stood in the way of the microphone, or of the camera where the microphone works. */
  readonly trouble: DeviceTrouble | null;
}

/** Below this a microphone is on but hears nothing: the noise of a quiet room is about 0.005. */
export const HEARD_LEVEL = 0.02;
/** Above this round trip talk begins to overlap (ITU-T G.114: 150 ms one way are fine, 400 ms are not). */
export const SLOW_ROUND_TRIP_MS = 400;

export type Readiness = "ready" | "can-follow" | "needs-help";

/**
 * Whether the person can take part: "ready" speaks and hears over a good connection (a camera is not needed), "can-follow" hears or
 * reads but is not heard or is slow, "needs-help" does not reach the live room or hears nothing and is not heard.
 */
export function readinessOf(check: Omit<DeviceCheckResult, "trouble" | "camera">): Readiness {
  const heard = (check.microphoneLevel ?? 0) >= HEARD_LEVEL;
  if (check.roundTripMs === null || (!heard && !check.speaker)) return "needs-help";
  return heard && check.speaker && check.roundTripMs <= SLOW_ROUND_TRIP_MS ? "ready" : "can-follow";
}

/** The kind of trouble behind what getUserMedia threw, by the names of the standard (W3C Media Capture, §10.2). */
export function deviceTroubleOf(error: unknown): DeviceTrouble {
  switch (typeof error === "object" && error !== null && "name" in error && error.name) {
    case "NotAllowedError":
    case "PermissionDeniedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "DevicesNotFoundError":
    case "OverconstrainedError":
      return "none";
    case "NotReadableError":
    case "TrackStartError":
    case "AbortError":
      return "busy";
    case "TypeError":
      return "unsupported";
    default:
      return "unknown";
  }
}
