import type { Announcer } from "./announcer";

/** Passes on to everybody who was added: sockets, shared texts, video. Each says only what it wants to hear. */
export interface Announcers extends Announcer {
  /** Answers how to stop it listening. */
  add(listener: Partial<Announcer>): () => void;
}

/** The composition root makes the application before its sockets: until they are added, nobody is there to be told. */
export function announcers(): Announcers {
  const listeners = new Set<Partial<Announcer>>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    announce: (facts) => {
      for (const one of listeners) one.announce?.(facts);
    },
    moved: (moves) => {
      for (const one of listeners) one.moved?.(moves);
    },
    rightsChanged: (personIds) => {
      for (const one of listeners) one.rightsChanged?.(personIds);
    },
    devicesEnded: (deviceIds) => {
      for (const one of listeners) one.devicesEnded?.(deviceIds);
    },
  };
}
