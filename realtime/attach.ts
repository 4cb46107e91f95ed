import type { Server } from "node:http";
import type { App } from "~/server/context";
import type { Announcer } from "~/server/jobs/announcer";
import type { LiveDocuments } from "~/server/jobs/live-documents";
import { documentsServer, isDocumentPath } from "./documents/documents-server";
import { Rooms } from "./documents/rooms";
import { listenToUpgrades } from "./upgrade";

export interface Realtime {
  readonly announcer: Announcer;
  readonly documents: LiveDocuments;
  close(): Promise<void>;
}

export interface RealtimeOptions {
  readonly server: Server;
  readonly app: App;
  /** In development Vite's own socket listens on the same server. */
  readonly letThrough: boolean;
  readonly rooms?: Rooms;
}

/** The shared documents without any socket: what the demonstration's loader and the tests of commands need. */
export function openDocuments(app: Pick<App, "stores" | "clock" | "log">): Rooms {
  return new Rooms(app);
}

/** The sockets of the application on the one http server. */
export function attachRealtime({ server, app, letThrough, rooms = openDocuments(app) }: RealtimeOptions): Realtime {
  const documents = documentsServer(app, rooms);
  const stopListening = listenToUpgrades({
    server,
    app,
    letThrough,
    route: (pathname) => (isDocumentPath(pathname) ? documents.upgrade : null),
  });
  return {
    documents: rooms,
    announcer: {
      announce: (facts) => documents.announce(facts),
      rightsChanged: (personIds) => documents.rightsChanged(personIds),
    },
    async close() {
      stopListening();
      await documents.close();
    },
  };
}
