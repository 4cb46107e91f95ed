import type { MaySend } from "~/app/domain/deliberation/may-send";

/** What one person may do in one room, from `permits`. */
export interface VideoGrant {
  readonly room: string;
  readonly identity: string;
  readonly name: string;
  /** Everyone looks on and listens; this is what they may send besides. */
  readonly maySend: MaySend;
}

/** One connection to a room. */
export type VideoPresence = Pick<VideoGrant, "room" | "identity">;

/** Video and sound, when a server for them is configured. */
export interface VideoPort {
  /** The address browsers connect to; null when video is off. */
  readonly url: string | null;
  /** A token for one room and two minutes. Only asked for when `url` is set. */
  token(grant: VideoGrant): Promise<string>;
  /** Those connected to a room, and what they may send; nobody where nobody ever was. */
  present(room: string): Promise<readonly Pick<VideoGrant, "identity" | "maySend">[]>;
  /** Ends somebody's connection to a room at once, and asks that tokens of before open nothing any more. Who is not there is no trouble. */
  remove(there: VideoPresence): Promise<void>;
  /**
   * Gives or takes camera and microphone while somebody is connected; what they send and may no longer send ends at once. Who is not there
   * is no trouble.
   */
  permit(there: VideoPresence, maySend: MaySend): Promise<void>;
}

/** Without settings: video is off, everything else works. */
export const noVideo: VideoPort = {
  url: null,
  token: () => Promise.reject(new Error("video is not configured")),
  present: async () => [],
  remove: async () => undefined,
  permit: async () => undefined,
};
