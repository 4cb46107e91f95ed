import { LocalAudioTrack, type LocalTrack, LocalVideoTrack, Track } from "livekit-client";
import { type DeviceTrouble, deviceTroubleOf } from "~/app/domain/learning/device-check";
import { cameraConstraints, type DeviceChoice, microphoneConstraints } from "./device-choice";

export type DeviceKind = "microphone" | "camera";
export const deviceKinds: readonly DeviceKind[] = ["microphone", "camera"];
export type Troubles = Partial<Record<DeviceKind, DeviceTrouble>>;

export type OpenTracks = Partial<Record<DeviceKind, LocalTrack>>;

/** What could be opened of what was asked for, and the trouble of what could not; both in one question of the browser where possible. */
export async function openTracks(
  kinds: readonly DeviceKind[],
  choice: DeviceChoice,
): Promise<{ readonly tracks: OpenTracks; readonly troubles: Troubles }> {
  if (!navigator.mediaDevices) {
    const trouble = window.isSecureContext ? "unsupported" : "insecure";
    return { tracks: {}, troubles: Object.fromEntries(kinds.map((kind) => [kind, trouble])) };
  }
  try {
    return { tracks: await ask(kinds, choice), troubles: {} };
  } catch (error) {
    const [only, ...more] = kinds;
    if (only && more.length === 0) return { tracks: {}, troubles: { [only]: deviceTroubleOf(error) } };
    // One of the two stood in the way: each on its own.
    const each = [];
    for (const kind of kinds) each.push(await openTracks([kind], choice));
    return {
      tracks: Object.assign({}, ...each.map(({ tracks }) => tracks)),
      troubles: Object.assign({}, ...each.map(({ troubles }) => troubles)),
    };
  }
}

async function ask(kinds: readonly DeviceKind[], choice: DeviceChoice): Promise<OpenTracks> {
  const { size, ...camera } = cameraConstraints(choice);
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: kinds.includes("microphone") && microphoneConstraints(choice),
    video: kinds.includes("camera") && { ...camera, ...size },
  });
  const tracks: OpenTracks = {};
  // Marked as our own tracks: LiveKit would ask the browser for its own anew whenever its server was restarted.
  for (const media of stream.getTracks()) {
    const isSound = media.kind === "audio";
    const track = isSound ? new LocalAudioTrack(media, undefined, true) : new LocalVideoTrack(media, undefined, true);
    track.source = isSound ? Track.Source.Microphone : Track.Source.Camera;
    // What publishes takes tracks of either kind by this type.
    tracks[isSound ? "microphone" : "camera"] = track as LocalTrack;
  }
  return tracks;
}
