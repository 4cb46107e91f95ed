import type { RemoteTrack } from "livekit-client";

/** Plays what others say: an audio element each, in a corner of the page that nobody sees. */
export class SoundPlayers {
  readonly #corner = document.createElement("div");

  constructor() {
    this.#corner.hidden = true;
    this.#corner.dataset.sound = "others";
    document.body.append(this.#corner);
  }

  play(track: RemoteTrack): void {
    if (track.kind === "audio") this.#corner.append(track.attach());
  }

  stop(track: RemoteTrack): void {
    if (track.kind !== "audio") return;
    for (const element of track.detach()) element.remove();
  }

  close(): void {
    this.#corner.remove();
  }
}
