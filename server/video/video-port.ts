/** What one person may do in one room, from `permits`. */
export interface VideoGrant {
  readonly room: string;
  readonly identity: string;
  readonly name: string;
  /** Camera and microphone; everyone else only looks on and listens. */
  readonly mayPublish: boolean;
}

/** One connection to a room. */
export type VideoPresence = Pick<VideoGrant, "room" | "identity">;

/** Video and sound, when a server for them is configured. */
export interface VideoPort {
  /** The address browsers connect to; null when video is off. */
  readonly url: string | null;
  /** A token for one room and ten minutes. Only asked for when `url` is set. */
  token(grant: VideoGrant): Promise<string>;
  /** Those connected to a room, and whether they may send camera and microphone; nobody where nobody ever was. */
  present(room: string): Promise<readonly Pick<VideoGrant, "identity" | "mayPublish">[]>;
  /** Ends somebody's connection to a room at once. Who is not there is no trouble. */
  remove(there: VideoPresence): Promise<void>;
  /** Gives or takes camera and microphone while somebody is connected. Who is not there is no trouble. */
  permit(there: VideoPresence, mayPublish: boolean): Promise<void>;
}

/** Without settings: video is off, everything else works. */
export const noVideo: VideoPort = {
  url: null,
  token: () => Promise.reject(new Error("video is not configured")),
  present: async () => [],
  remove: async () => undefined,
  permit: async () => undefined,
};
