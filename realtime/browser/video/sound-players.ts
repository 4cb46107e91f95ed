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

  /** These are heard from now on, and nobody else. */
  play(tracks: ReadonlySet<RemoteTrack>): void {
    for (const [track, player] of this.#players) {
      if (tracks.has(track)) continue;
      // livekit-client may have let go of the element before it says that the track is gone.
      track.detach(player);
      player.remove();
      this.#players.delete(track);
    }
    for (const track of tracks) {
      if (this.#players.has(track)) continue;
      const player = track.attach();
      this.#players.set(track, player);
      this.#corner.append(player);
    }
  }

  close(): void {
    this.play(new Set());
    this.#corner.remove();
  }
}
