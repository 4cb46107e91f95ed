import { DisconnectReason, type RemoteTrackPublication, Room, RoomEvent, setLogLevel, Track } from "livekit-client";
import type { MaySend } from "~/app/domain/deliberation/may-send";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import { backoffMs } from "./backoff";
import { type DeviceChoice, readDeviceChoice, rememberDeviceChoice } from "./device-choice";
import { fetchGrant, type Grant, grantAddress } from "./fetch-grant";
import { type DeviceKind, OwnTracks, type Troubles } from "./own-tracks";
import { participationOf, permittedTo, seenPeople } from "./seen-people";
import { SoundPlayers } from "./sound-players";
import { emptySnapshot, type VideoActions, type VideoPlace, type VideoSnapshot } from "./video-room";

type OpenGrant = Extract<Grant, { video: "on" }>;

// Its warnings are about what this file puts right by itself.
setLogLevel("error");

/** Everything that changes what is on the screen. */
const shown = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.AudioPlaybackStatusChanged,
] as const;

/**
 * One person's connection to the room where they are. Moving fetches the next room's token first, then leaves and joins, with the same
 * tracks. What is lost comes back: LiveKit's own reconnection first, then new tokens, later and later.
 */
export class VideoLink implements VideoActions {
  readonly #base: string;
  readonly #tracks = new OwnTracks();
  readonly #sound = new SoundPlayers();
  readonly #listeners = new Set<() => void>();
  readonly #wants: Record<DeviceKind, boolean>;
  #snapshot: VideoSnapshot = emptySnapshot("idle");
  #place: VideoPlace | null = null;
  #room: Room | null = null;
  /** Counts moves: what was begun for an earlier one must not finish. */
  #turn = 0;
  #watched: readonly ParticipationId[] = [];
  #maySend: MaySend = "nothing";

  constructor(base: string) {
    this.#base = base;
    this.#tracks.onEnded = (kind) => this.#lost(kind);
    const { microphoneOn, cameraOn } = readDeviceChoice();
    this.#wants = { microphone: microphoneOn, camera: cameraOn };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): VideoSnapshot => this.#snapshot;

  /** Goes where the person is now. Going where one is already changes nothing. */
  goTo(place: VideoPlace | null): void {
    if (JSON.stringify(place) === JSON.stringify(this.#place)) return;
    this.#place = place;
    this.#turn += 1;
    void (place ? this.#enter(place, this.#turn) : this.#leave().then(() => this.#show({ state: { kind: "idle" } })));
  }

  /** Leaves for good: devices are let go. */
  close(): void {
    this.#place = null;
    this.#turn += 1;
    void this.#leave();
    this.#tracks.close("microphone");
    this.#tracks.close("camera");
    this.#sound.close();
    this.#listeners.clear();
  }

  tryAgain(): void {
    this.#turn += 1;
    if (this.#place) void this.#enter(this.#place, this.#turn);
  }

  async #enter(place: VideoPlace, turn: number): Promise<void> {
    if (this.#snapshot.state.kind !== "reconnecting") this.#show({ state: { kind: "connecting" } });
    for (let attempt = 0; turn === this.#turn; attempt += 1) {
      try {
        return await this.#join(await fetchGrant(grantAddress(this.#base, place)), place, turn);
      } catch {
        if (turn !== this.#turn) return;
        this.#show({ state: { kind: "reconnecting" } });
        await new Promise((resolve) => setTimeout(resolve, backoffMs(attempt, Math.random())));
      }
    }
  }

  async #join(grant: Grant, place: VideoPlace, turn: number): Promise<void> {
    if (turn !== this.#turn) return;
    await this.#leave();
    if (grant.video === "off") return this.#show({ state: { kind: "off" } });
    if (grant.video === "refused") return this.#show({ state: { kind: "failed", why: "refused" } });
    const room = this.#open(place, turn);
    await room.connect(grant.url, grant.token, { autoSubscribe: place.kind === "group" });
    if (turn !== this.#turn) return void room.disconnect(false);
    this.#settle(room, grant);
    await this.#publish();
  }

  #open(place: VideoPlace, turn: number): Room {
    const { speakerId } = readDeviceChoice();
    const room = new Room({
      adaptiveStream: true,
      dynacast: true,
      stopLocalTrackOnUnpublish: false,
      ...(speakerId !== null && { audioOutput: { deviceId: speakerId } }),
    });
    for (const event of shown) room.on(event, () => this.#refresh(room));
    room.on(RoomEvent.TrackPublished, () => this.#fetchWatched(room));
    room.on(RoomEvent.ParticipantConnected, () => this.#fetchWatched(room));
    room.on(RoomEvent.TrackSubscribed, (track) => this.#sound.play(track));
    room.on(RoomEvent.TrackUnsubscribed, (track) => this.#sound.stop(track));
    room.on(RoomEvent.ParticipantPermissionsChanged, (_before, person) => {
      if (room === this.#room && person === room.localParticipant) void this.#follow(permittedTo(person));
    });
    room.on(RoomEvent.Reconnecting, () => this.#refresh(room, { state: { kind: "reconnecting" } }));
    room.on(RoomEvent.SignalReconnecting, () => this.#refresh(room, { state: { kind: "reconnecting" } }));
    room.on(RoomEvent.Reconnected, () => {
      this.#fetchWatched(room);
      this.#refresh(room, { state: { kind: "live" } });
    });
    room.on(RoomEvent.Disconnected, (reason) => {
      if (turn !== this.#turn || room !== this.#room) return;
      this.#room = null;
      const elsewhere = reason === DisconnectReason.DUPLICATE_IDENTITY;
      this.#show({ state: elsewhere ? { kind: "failed", why: "elsewhere" } : { kind: "reconnecting" } });
      if (!elsewhere) void this.#enter(place, turn);
    });
    return room;
  }

  #settle(room: Room, grant: OpenGrant): void {
    this.#room = room;
    // Between the token and the connection a turn may have begun or ended: the video server knows the latest.
    this.#maySend = permittedTo(room.localParticipant) ?? grant.maySend;
    this.#fetchWatched(room);
    this.#show({ state: { kind: "live" }, maySend: this.#maySend });
  }

  /** A turn begins or ends while connected: what may be sent now is sent if the person wants it, the rest ends. */
  async #follow(maySend: MaySend | null): Promise<void> {
    if (maySend === null || maySend === this.#maySend) return;
    this.#maySend = maySend;
    this.#show({ maySend });
    await this.#publish();
  }

  #may(kind: DeviceKind): boolean {
    return this.#maySend === "camera-and-microphone" || this.#maySend === kind;
  }

  async #leave(): Promise<void> {
    const room = this.#room;
    this.#room = null;
    await room?.disconnect(false);
  }

  /** In the plenary, the sound of everyone and the pictures of those on the screen; a group gets everything by itself. */
  #fetchWatched(room: Room): void {
    if (this.#place?.kind !== "plenary") return;
    for (const person of room.remoteParticipants.values()) {
      const wanted = this.#watched.includes(participationOf(person.identity));
      for (const publication of person.trackPublications.values() as Iterable<RemoteTrackPublication>) {
        publication.setSubscribed(wanted || publication.kind === Track.Kind.Audio);
      }
    }
  }

  watch(ids: readonly ParticipationId[]): void {
    this.#watched = ids;
    if (this.#room) this.#fetchWatched(this.#room);
  }

  setMicrophone(on: boolean): void {
    void this.#switch("microphone", on);
  }
  setCamera(on: boolean): void {
    void this.#switch("camera", on);
  }

  async #switch(kind: DeviceKind, on: boolean): Promise<void> {
    if (on && !this.#may(kind)) return;
    this.#wants[kind] = on;
    rememberDeviceChoice(kind === "microphone" ? { microphoneOn: on } : { cameraOn: on });
    this.#show({ [kind]: { on, busy: true, trouble: null } });
    if (on) return this.#publish();
    if (kind === "microphone") await this.#tracks.microphone?.mute();
    else await this.#drop("camera");
    this.#settleDevice(kind, {});
  }

  /** Sends what the person wants to send, as far as they may and their devices do. */
  async #publish(): Promise<void> {
    const wanted = (["microphone", "camera"] as const).filter((kind) => this.#wants[kind] && this.#may(kind));
    const troubles = this.#room === null ? {} : await this.#tracks.open(wanted, readDeviceChoice());
    await this.#send("microphone");
    await this.#send("camera");
    for (const kind of wanted) {
      if (this.#wants[kind] && this.#may(kind)) await this.#tracks[kind]?.unmute();
    }
    this.#settleDevice("microphone", troubles);
    this.#settleDevice("camera", troubles);
  }

  /** Sends one's track, or stops sending what may not be sent (any more); the device stays open, so that the browser asks once only. */
  async #send(kind: DeviceKind): Promise<void> {
    const [track, sender] = [this.#tracks[kind], this.#room?.localParticipant];
    if (!track) return;
    const sent = sender?.getTrackPublications().some((publication) => publication.track === track);
    if (!this.#may(kind)) {
      await track.mute();
      if (sent) await sender?.unpublishTrack(track);
    } else if (sender && !sent) {
      // A track that cannot be sent now is sent after the next connection.
      await sender.publishTrack(track).catch(() => undefined);
    }
  }

  #settleDevice(kind: DeviceKind, troubles: Troubles): void {
    const trouble = troubles[kind] ?? null;
    if (trouble !== null) this.#wants[kind] = false;
    this.#show({ [kind]: { on: this.#wants[kind] && this.#may(kind), busy: false, trouble } });
  }

  async #drop(kind: DeviceKind): Promise<void> {
    const track = this.#tracks.close(kind);
    if (track) await this.#room?.localParticipant.unpublishTrack(track);
  }

  #lost(kind: DeviceKind): void {
    this.#settleDevice(kind, { [kind]: "none" });
  }

  takeChoice(): void {
    void this.#applyChoice(readDeviceChoice());
  }

  async #applyChoice({ speakerId }: DeviceChoice): Promise<void> {
    if (speakerId !== null) await this.#room?.switchActiveDevice("audiooutput", speakerId).catch(() => undefined);
    await this.#drop("camera");
    await this.#drop("microphone");
    await this.#publish();
  }

  startSound(): void {
    void this.#room?.startAudio().then(() => this.#show({}));
  }

  #refresh(room: Room, change: Partial<VideoSnapshot> = {}): void {
    if (room === this.#room) this.#show(change);
  }

  #show(change: Partial<VideoSnapshot>): void {
    const room = this.#room;
    this.#snapshot = {
      ...this.#snapshot,
      people: room ? seenPeople(room) : [],
      heard: room?.activeSpeakers.map(({ identity }) => participationOf(identity)) ?? [],
      soundBlocked: room !== null && !room.canPlaybackAudio,
      ...change,
    };
    for (const listener of this.#listeners) listener();
  }
}
