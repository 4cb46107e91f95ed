import { createLocalTracks, type LocalTrack, TrackEvent } from "livekit-client";
import { type DeviceTrouble, deviceTroubleOf } from "~/app/domain/learning/device-check";
import { cameraConstraints, type DeviceChoice, microphoneConstraints } from "./device-choice";

export type DeviceKind = "microphone" | "camera";
export type Troubles = Partial<Record<DeviceKind, DeviceTrouble>>;

/** One's own sound and picture, made once and taken along from room to room: no second question from the browser. */
export class OwnTracks {
  #microphone: LocalTrack | null = null;
  #camera: LocalTrack | null = null;
  #last: Promise<Troubles> = Promise.resolve({});
  /** The device was unplugged or taken by another program. */
  onEnded: (kind: DeviceKind) => void = () => {};

  get microphone(): LocalTrack | null {
    return this.#microphone;
  }
  get camera(): LocalTrack | null {
    return this.#camera;
  }
  all(): readonly LocalTrack[] {
    return [this.#microphone, this.#camera].filter((track) => track !== null);
  }

  /** Opens what is asked for and not open yet, both in one question if possible. Answers the trouble of what could not be opened. */
  open(kinds: readonly DeviceKind[], choice: DeviceChoice): Promise<Troubles> {
    // One after the other: two questions at once would open a device twice.
    this.#last = this.#last.then(() => this.#openNow(kinds, choice));
    return this.#last;
  }

  async #openNow(kinds: readonly DeviceKind[], choice: DeviceChoice): Promise<Troubles> {
    if (!navigator.mediaDevices) {
      const trouble = window.isSecureContext ? "unsupported" : "insecure";
      return Object.fromEntries(kinds.map((kind) => [kind, trouble]));
    }
    const missing = kinds.filter((kind) => (kind === "microphone" ? !this.#microphone : !this.#camera));
    if (missing.length === 0) return {};
    try {
      await this.#create(missing, choice);
      return {};
    } catch (error) {
      const [only] = missing;
      if (missing.length === 1 && only) return { [only]: deviceTroubleOf(error as Error) };
      // One of the two stood in the way: each on its own.
      return { ...(await this.#openNow(["microphone"], choice)), ...(await this.#openNow(["camera"], choice)) };
    }
  }

  async #create(kinds: readonly DeviceKind[], choice: DeviceChoice): Promise<void> {
    const { size, ...camera } = cameraConstraints(choice);
    const tracks = await createLocalTracks({
      audio: kinds.includes("microphone") && microphoneConstraints(choice),
      video: kinds.includes("camera") && { ...camera, resolution: size },
    });
    for (const track of tracks) {
      const kind = track.kind === "audio" ? "microphone" : "camera";
      if (kind === "microphone") this.#microphone = track;
      else this.#camera = track;
      track.once(TrackEvent.Ended, () => {
        if (!this.all().includes(track)) return;
        this.close(kind);
        this.onEnded(kind);
      });
    }
  }

  /** Lets the device go: its light goes out. */
  close(kind: DeviceKind): LocalTrack | null {
    const track = kind === "microphone" ? this.#microphone : this.#camera;
    if (kind === "microphone") this.#microphone = null;
    else this.#camera = null;
    track?.stop();
    return track;
  }
}
