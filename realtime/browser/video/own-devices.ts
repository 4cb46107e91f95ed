import type { LocalParticipant, LocalTrack } from "livekit-client";
import type { MaySend } from "~/app/domain/deliberation/may-send";
import { readDeviceChoice, rememberDeviceChoice } from "./device-choice";
import { type DeviceKind, deviceKinds, openTracks, type Troubles } from "./own-tracks";
import type { OwnDevice } from "./video-room";

/** After a track could not be sent. */
const SEND_AGAIN_MS = 2_000;

/**
 * One's own microphone and camera. What is wished (the person, the right to send, the room) is compared with what the tracks are, and
 * brought about, one run after the other; what the screen says is read from the tracks. Tracks are taken along from room to room: no
 * second question from the browser.
 */
export class OwnDevices {
  readonly #tracks: Record<DeviceKind, LocalTrack | null> = { microphone: null, camera: null };
  readonly #wants: Record<DeviceKind, boolean>;
  readonly #busy = new Set<DeviceKind>();
  #troubles: Troubles = {};
  #maySend: MaySend = "nothing";
  /** Nowhere to be: every device is let go. */
  #resting = true;
  #sender: LocalParticipant | null = null;
  #running: Promise<void> | null = null;
  #changed = false;

  constructor(private readonly tell: () => void) {
    const { microphoneOn, cameraOn } = readDeviceChoice();
    this.#wants = { microphone: microphoneOn, camera: cameraOn };
  }

  get maySend(): MaySend {
    return this.#maySend;
  }

  /** As the tracks are. */
  device(kind: DeviceKind): OwnDevice {
    const track = this.#tracks[kind];
    const on = track !== null && !track.isMuted && track.mediaStreamTrack.readyState === "live";
    return { on, sent: on && this.#isSent(track), busy: this.#busy.has(kind), trouble: this.#troubles[kind] ?? null };
  }

  /** On the way into a room: devices may be opened meanwhile. */
  expect(maySend: MaySend): void {
    this.#resting = false;
    this.#maySend = maySend;
    void this.settle();
  }

  /** In a room, with what it permits. */
  sendTo(sender: LocalParticipant, maySend: MaySend): void {
    this.#sender = sender;
    this.expect(maySend);
  }

  /** A room was left; what is on stays on for the next. */
  leave(): void {
    this.#sender = null;
  }

  /** Nobody sees or hears: camera and microphone go out at once. */
  rest(): void {
    this.#sender = null;
    this.#resting = true;
    this.#maySend = "nothing";
    for (const kind of deviceKinds) this.#tracks[kind]?.stop();
    void this.settle();
  }

  want(kind: DeviceKind, on: boolean): void {
    if (on && !this.#may(kind)) return;
    this.#wants[kind] = on;
    this.#troubles = { ...this.#troubles, [kind]: undefined };
    rememberDeviceChoice(kind === "microphone" ? { microphoneOn: on } : { cameraOn: on });
    this.#busy.add(kind);
    void this.settle();
  }

  /** Another device was chosen: both are opened anew. */
  async takeChoice(): Promise<void> {
    for (const kind of deviceKinds) await this.#close(kind);
    await this.settle();
  }

  /** Brings about what is wished. Asked for meanwhile, it looks once more. */
  settle(): Promise<void> {
    this.#changed = true;
    this.#running ??= this.#settleAll();
    return this.#running;
  }

  async #settleAll(): Promise<void> {
    try {
      while (this.#changed) {
        this.#changed = false;
        this.tell();
        for (const kind of deviceKinds) if (this.#goal(kind) === "closed") await this.#close(kind);
        await this.#open();
        // Both at once: each takes a trip to the video server and back.
        await Promise.all(deviceKinds.map((kind) => this.#bring(kind)));
      }
    } finally {
      this.#running = null;
      this.#busy.clear();
      this.tell();
    }
  }

  /** A microphone that may not be heard now stays open, and silent, so that the browser asks once only; a camera's light goes out. */
  #goal(kind: DeviceKind): "open" | "quiet" | "closed" {
    if (this.#resting) return "closed";
    if (this.#wants[kind] && this.#may(kind)) return "open";
    return kind === "microphone" ? "quiet" : "closed";
  }

  #may(kind: DeviceKind): boolean {
    return this.#maySend === "camera-and-microphone" || this.#maySend === kind;
  }

  async #open(): Promise<void> {
    const missing = deviceKinds.filter((kind) => this.#goal(kind) === "open" && this.#tracks[kind] === null);
    if (missing.length === 0) return;
    const { tracks, troubles } = await openTracks(missing, readDeviceChoice());
    this.#troubles = { ...this.#troubles, ...troubles };
    for (const kind of missing) {
      if (troubles[kind]) this.#wants[kind] = false;
      const track = tracks[kind];
      if (!track) continue;
      this.#tracks[kind] = track;
      track.mediaStreamTrack.addEventListener("ended", () => this.#ended(kind, track));
    }
    // The browser's question may have stood open while the person went elsewhere.
    this.#changed = true;
  }

  async #bring(kind: DeviceKind): Promise<void> {
    const [track, sender] = [this.#tracks[kind], this.#sender];
    if (!track) return;
    if (this.#goal(kind) !== "open") {
      await track.mute();
      if (this.#isSent(track)) await sender?.unpublishTrack(track, false);
      return;
    }
    await track.unmute();
    this.tell();
    if (!sender || this.#isSent(track)) return;
    await sender.publishTrack(track).catch(() => this.#sendLater(sender));
    this.tell();
  }

  /** In the same room only: the next one is sent to by itself. */
  #sendLater(sender: LocalParticipant): void {
    setTimeout(() => {
      if (this.#sender === sender) void this.settle();
    }, SEND_AGAIN_MS);
  }

  #isSent(track: LocalTrack): boolean {
    return this.#sender?.getTrackPublications().some((publication) => publication.track === track) ?? false;
  }

  async #close(kind: DeviceKind): Promise<void> {
    const track = this.#tracks[kind];
    if (!track) return;
    const sent = this.#isSent(track);
    this.#tracks[kind] = null;
    track.stop();
    if (sent) await this.#sender?.unpublishTrack(track);
  }

  /** Unplugged, or taken by another program; a phone also ends it behind another page, and gives it back on the return. */
  #ended(kind: DeviceKind, track: LocalTrack): void {
    if (this.#tracks[kind] !== track) return;
    if (document.visibilityState === "hidden") {
      document.addEventListener("visibilitychange", () => void this.settle(), { once: true });
    } else {
      this.#wants[kind] = false;
      this.#troubles = { ...this.#troubles, [kind]: "none" };
    }
    void this.#close(kind).then(() => this.settle());
  }
}
