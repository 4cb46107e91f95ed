import type { Announcer } from "./announcer";

/** Passes on to everybody who was added: sockets, shared texts, video. Each says only what it wants to hear. */
export interface Announcers extends Announcer {
  /** Answers how to stop it listening. */
  add(listener: Partial<Announcer>): () => void;
}

/**
 * The composition root makes the application before its sockets: until they are added, nobody is there to be told. What was announced is
 * committed: a listener that fails (`failed` hears of it) keeps nobody behind it from hearing.
 */
export function announcers(failed: (error: unknown) => void): Announcers {
  const listeners = new Set<Partial<Announcer>>();
  const tell = (how: (listener: Partial<Announcer>) => void): void => {
    for (const listener of listeners) {
      try {
        how(listener);
      } catch (error) {
        failed(error);
      }
    }
  };
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    announce: (facts) => tell((one) => one.announce?.(facts)),
    moved: (moves) => tell((one) => one.moved?.(moves)),
    rightsChanged: (personIds) => tell((one) => one.rightsChanged?.(personIds)),
    devicesEnded: (deviceIds) => tell((one) => one.devicesEnded?.(deviceIds)),
  };
}
