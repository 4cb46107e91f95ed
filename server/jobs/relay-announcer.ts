import { type Announcer, silentAnnouncer } from "./announcer";

/** The composition root makes the application before its sockets: until they are attached, nobody is there to be told. */
export function relayAnnouncer(): Announcer & { attach(target: Announcer): void } {
  let target = silentAnnouncer;
  return {
    announce: (facts) => target.announce(facts),
    moved: (moves) => target.moved(moves),
    rightsChanged: (personIds) => target.rightsChanged(personIds),
    devicesEnded: (deviceIds) => target.devicesEnded(deviceIds),
    attach(next) {
      target = next;
    },
  };
}
