/** What one person may do in one room, from `permits`. */
export interface VideoGrant {
  readonly room: string;
  readonly identity: string;
  readonly name: string;
  /** Camera and microphone; everyone else only looks on and listens. */
  readonly mayPublish: boolean;
}

/** Video and sound, when a server for them is configured. */
export interface VideoPort {
  /** The address browsers connect to; null when video is off. */
  readonly url: string | null;
  /** A token for one room and ten minutes. Only asked for when `url` is set. */
  token(grant: VideoGrant): Promise<string>;
}

/** Without settings: video is off, everything else works. */
export const noVideo: VideoPort = {
  url: null,
  token: () => Promise.reject(new Error("video is not configured")),
};
