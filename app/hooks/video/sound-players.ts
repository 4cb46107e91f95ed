import type { RemoteTrack } from "livekit-client";

/** Plays what others say: an audio element each, in a corner of the page that nobody sees. */
export class SoundPlayers {
  readonly #corner = document.createElement("div");
  readonly #players = new Map<RemoteTrack, HTMLMediaElement>();

  constructor() {
    this.#corner.hidden = true;
    this.#corner.dataset.sound = "others";
    document.body.append(this.#corner);
  }

  play(track: RemoteTrack): void {
    if (track.kind !== "audio") return;
    this.stop(track);
    const player = track.attach();
    this.#players.set(track, player);
    this.#corner.append(player);
  }

  stop(track: RemoteTrack): void {
    if (track.kind !== "audio") return;
    // livekit-client has let go of the element before it says that the track is gone: it no longer names it.
    track.detach();
    this.#players.get(track)?.remove();
    this.#players.delete(track);
  }

  close(): void {
    this.#corner.remove();
  }
}
