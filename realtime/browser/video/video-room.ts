import type { MaySend } from "~/app/domain/deliberation/may-send";
import type { AssemblyId, GroupId, ParticipationId, SessionId } from "~/app/domain/kernel/ids";
import type { DeviceTrouble } from "~/app/domain/learning/device-check";
import type { TakenSeat } from "./seats";

/** Where a person is, as far as video is concerned; null is nowhere (lobby, pause, no session). */
export type VideoPlace =
  | { readonly kind: "plenary"; readonly assemblyId: AssemblyId; readonly sessionId: SessionId }
  | {
      readonly kind: "group";
      readonly assemblyId: AssemblyId;
      readonly sessionId: SessionId;
      readonly groupId: GroupId;
    };

/** How video is: `off` without a video server, `idle` nowhere to be, `failed` until the person does something or moves. */
export type VideoState =
  | { readonly kind: "off" | "idle" | "connecting" | "live" }
  /** `sure`: nothing has come through for so long that it is more than a moment. */
  | { readonly kind: "reconnecting"; readonly sure: boolean }
  | { readonly kind: "failed"; readonly why: "refused" | "elsewhere" | "unsupported" };

/** A moving picture that can be shown in a video element; another `key` is another picture. */
export interface Picture {
  readonly key: string;
  /** One's own, from this device: shown as in a mirror. */
  readonly mirrored: boolean;
  attach(element: HTMLVideoElement): void;
  detach(element: HTMLVideoElement): void;
}

/** Somebody in the same room, on one device or several. Their voice is played apart, once for the page. */
export type SeenPerson = Omit<TakenSeat<Picture, never>, "voice">;

/** One's own microphone or camera. */
export interface OwnDevice {
  /** As the track is: it runs and is not muted. */
  readonly on: boolean;
  /** It is on, and the room gets it. */
  readonly sent: boolean;
  /** Being switched on or off. */
  readonly busy: boolean;
  readonly trouble: DeviceTrouble | null;
}

export interface VideoSnapshot {
  readonly state: VideoState;
  readonly people: readonly SeenPerson[];
  /** Who is heard now, the loudest first. */
  readonly heard: readonly ParticipationId[];
  /** The browser plays no sound until the person touches something. */
  readonly soundBlocked: boolean;
  readonly maySend: MaySend;
  readonly microphone: OwnDevice;
  readonly camera: OwnDevice;
}

/** What the pieces on the screen ask for. */
export interface VideoActions {
  setMicrophone(on: boolean): void;
  setCamera(on: boolean): void;
  /** Takes the device choice of this device into use. */
  takeChoice(): void;
  startSound(): void;
  /** After `failed`: try once more. */
  tryAgain(): void;
  /** The people whose pictures are on the screen of the plenary: only theirs are fetched. */
  watch(ids: readonly ParticipationId[]): void;
}

const quiet: OwnDevice = { on: false, sent: false, busy: false, trouble: null };

export function emptySnapshot(kind: "idle" | "connecting"): VideoSnapshot {
  const nobody = { people: [], heard: [], soundBlocked: false, maySend: "nothing" as const };
  return { state: { kind }, ...nobody, microphone: quiet, camera: quiet };
}
