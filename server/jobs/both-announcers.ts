import type { Announcer } from "./announcer";

/** Tells two listeners. */
export function bothAnnouncers(one: Announcer, other: Announcer): Announcer {
  return {
    announce(facts) {
      one.announce(facts);
      other.announce(facts);
    },
    moved(moves) {
      one.moved(moves);
      other.moved(moves);
    },
    rightsChanged(personIds) {
      one.rightsChanged(personIds);
      other.rightsChanged(personIds);
    },
    devicesEnded(deviceIds) {
      one.devicesEnded(deviceIds);
      other.devicesEnded(deviceIds);
    },
  };
}
