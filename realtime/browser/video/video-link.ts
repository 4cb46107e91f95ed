import { type RemoteTrack, type Room, Track } from "livekit-client";
import type { ParticipationId } from "~/app/domain/kernel/ids";
import { backoffMs } from "./backoff";
import { readDeviceChoice } from "./device-choice";
import { fetchGrant, grantAddress } from "./fetch-grant";
import { LineWatch } from "./line-watch";
import { type LinkEvent, type LinkState, nowhere, type OpenGrant, placeOf, shownState, stepLink } from "./link-state";
import { openRoom } from "./open-room";
import { OwnDevices } from "./own-devices";
import { paced } from "./paced";
import { type RoomOffer, takeOffer } from "./room-offer";
import { participationOf, permittedTo, type SeatInRoom, seatsIn } from "./room-people";
import { SoundPlayers } from "./sound-players";
import { emptySnapshot, type VideoActions, type VideoPlace, type VideoSnapshot } from "./video-room";

type In<Kind extends LinkState["kind"]> = Extract<LinkState, { kind: Kind }>;

type Asking = In<"asking" | "waiting">;

/** When a room fills, a dozen things happen in it at once: the screen follows them together. Sound waits for nothing. */
const SHOW_EVERY_MS = 50;
/** How long an offer is waited for. */
const OFFER_PATIENCE_MS = 500;

/** A room that is entered, with the roles of the person who enters it. */
interface Entered {
  readonly room: Room;
  readonly own: ReadonlySet<ParticipationId>;
  readonly watch: LineWatch;
}

/**
 * One person's connection to the room where they are: does what the states of `stepLink` ask for, and tells them what came of it. What was
 * begun in a state is heard in that state only. Moving asks for the next room first, then leaves and enters, with the same tracks.
 */
export class VideoLink implements VideoActions {
  readonly #base: string;
  readonly #devices = new OwnDevices(() => this.#show());
  readonly #sound = new SoundPlayers();
  readonly #listeners = new Set<() => void>();
  readonly #tell = paced(() => this.#tellListeners(), SHOW_EVERY_MS);
  #state: LinkState = nowhere;
  #entered: Entered | null = null;
  #offered: RoomOffer | null = null;
  #snapshot: VideoSnapshot = emptySnapshot("idle");
  #watched: readonly ParticipationId[] = [];

  constructor(base: string) {
    this.#base = base;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): VideoSnapshot => this.#snapshot;

  /** Goes where the person is now. Going where one is already changes nothing. */
  goTo(place: VideoPlace | null): void {
    this.#happens({ kind: "go", place });
  }

  tryAgain(): void {
    this.#happens({ kind: "try-again" });
  }

  /** Leaves for good: devices are let go. */
  close(): void {
    this.#happens({ kind: "close" });
    this.#sound.close();
    this.#tell.callOff();
    this.#listeners.clear();
  }

  #happens(event: LinkEvent, during = this.#state): void {
    if (during !== this.#state) return;
    const next = stepLink(this.#state, event);
    if (next === this.#state) return;
    const entersAnew = next.kind !== this.#state.kind || placeOf(next) !== placeOf(this.#state);
    this.#state = next;
    if (entersAnew) this.#begin(next);
    this.#show();
  }

  #begin(state: LinkState): void {
    switch (state.kind) {
      case "asking":
        return void this.#ask(state);
      case "entering":
        return void this.#enter(state);
      case "inside":
        this.#fetchWatched();
        return void this.#devices.settle();
      case "waiting":
        void this.#leave();
        setTimeout(() => this.#happens({ kind: "waited" }, state), backoffMs(state.attempt - 1, Math.random()));
        return;
      case "nowhere":
      case "closed":
      case "off":
      case "turned-away":
        this.#devices.rest();
        return void this.#leave();
    }
  }

  /** A way in that the server told by itself: taken when the person is asking for it, or does so soon. */
  offer(offered: RoomOffer): void {
    this.#offered = offered;
    if (this.#state.kind === "asking") this.#takeOffer(this.#state);
  }

  #takeOffer(state: Asking): boolean {
    const grant = takeOffer(this.#offered, state.place, performance.now());
    if (!grant) return false;
    this.#offered = null;
    this.#happens({ kind: "granted", grant }, state);
    return true;
  }

  async #ask(state: Asking): Promise<void> {
    if (this.#takeOffer(state)) return;
    // Who is moved while inside is told the way without asking: a whole hall does not ask at once.
    if (this.#entered && state.attempt === 0) {
      await new Promise((resolve) => setTimeout(resolve, OFFER_PATIENCE_MS));
      if (this.#state !== state) return;
    }
    try {
      const grant = await fetchGrant(grantAddress(this.#base, state.place));
      this.#happens({ kind: "granted", grant }, state);
    } catch {
      // Out of reach, or in trouble: it is asked again, later and later.
      this.#happens({ kind: "failed" }, state);
    }
  }

  async #enter(state: In<"entering">): Promise<void> {
    const { grant, place } = state;
    const left = this.#leave();
    const entered = this.#open(grant, left);
    this.#entered = entered;
    this.#devices.expect(grant.maySend);
    try {
      await entered.room.connect(grant.url, grant.token, { autoSubscribe: place.kind === "group" });
      this.#happens({ kind: "entered" }, state);
    } catch {
      // LiveKit throws for whatever kept it from the room; the states decide whether it is worth another try.
      this.#happens({ kind: "failed" }, state);
    }
  }

  /** `left`: the room before has let go of the tracks. */
  #open(grant: OpenGrant, left: Promise<void>): Entered {
    const isHere = () => this.#entered?.room === room;
    const room: Room = openRoom({
      changed: () => isHere() && this.#show(),
      offered: () => isHere() && this.#fetchWatched(),
      letIn: () =>
        void left.then(() => {
          // Between the token and the connection a turn may have begun or ended: the video server knows the latest.
          const maySend = permittedTo(room.localParticipant) ?? grant.maySend;
          if (isHere()) this.#devices.sendTo(room.localParticipant, maySend);
        }),
      line: (news) => {
        if (!isHere()) return;
        this.#happens({ kind: "line", news });
        void this.#devices.settle();
      },
      permitted: (maySend) => isHere() && this.#devices.expect(maySend),
      putOut: (elsewhere) => {
        if (!isHere()) return;
        void this.#leave();
        this.#happens({ kind: "put-out", elsewhere });
      },
    });
    const watch = new LineWatch(room, {
      line: (news) => isHere() && this.#happens({ kind: "line", news }),
      looked: () => isHere() && this.#show(),
    });
    return { room, own: new Set(grant.own), watch };
  }

  async #leave(): Promise<void> {
    const entered = this.#entered;
    this.#entered = null;
    this.#devices.leave();
    this.#sound.play(new Set());
    entered?.watch.stop();
    await entered?.room.disconnect(false);
  }

  /** In the plenary, the sound of everyone and the pictures of those on the screen; a group gets everything by itself. */
  #fetchWatched(): void {
    if (placeOf(this.#state)?.kind !== "plenary") return;
    for (const person of this.#entered?.room.remoteParticipants.values() ?? []) {
      const participationId = participationOf(person.identity);
      const wanted = participationId !== null && this.#watched.includes(participationId);
      for (const publication of person.trackPublications.values()) {
        publication.setSubscribed(wanted || publication.kind === Track.Kind.Audio);
      }
    }
  }

  watch(ids: readonly ParticipationId[]): void {
    this.#watched = ids;
    this.#fetchWatched();
  }

  setMicrophone(on: boolean): void {
    this.#devices.want("microphone", on);
  }
  setCamera(on: boolean): void {
    this.#devices.want("camera", on);
  }

  takeChoice(): void {
    const { speakerId } = readDeviceChoice();
    // Not every browser lets a page choose; then the sound stays where it is.
    if (speakerId !== null)
      void this.#entered?.room.switchActiveDevice("audiooutput", speakerId).catch(() => undefined);
    void this.#devices.takeChoice();
  }

  startSound(): void {
    void this.#entered?.room.startAudio().then(() => this.#show());
  }

  #show(): void {
    this.#sound.play(new Set(this.#seats().flatMap(({ voice }): RemoteTrack[] => (voice ? [voice] : []))));
    this.#tell.ask();
  }

  #seats(): readonly SeatInRoom[] {
    const entered = this.#entered;
    return entered ? seatsIn(entered.room, { own: entered.own, isSilent: entered.watch.isSilent }) : [];
  }

  #tellListeners(): void {
    const entered = this.#entered;
    this.#snapshot = {
      state: shownState(this.#state),
      people: this.#seats().map(({ voice: _, ...seat }) => seat),
      heard: entered?.room.activeSpeakers.flatMap(({ identity }) => participationOf(identity) ?? []) ?? [],
      soundBlocked: entered !== null && !entered.room.canPlaybackAudio,
      maySend: this.#devices.maySend,
      microphone: this.#devices.device("microphone"),
      camera: this.#devices.device("camera"),
    };
    for (const listener of this.#listeners) listener();
  }
}
