import type { Server } from "node:http";
import type { App } from "~/server/context";
import type { Announcer } from "~/server/jobs/announcer";
import type { LiveDocuments } from "~/server/jobs/live-documents";
import { livePath } from "../protocol/live-path";
import { documentFarewell } from "./documents/document-farewell";
import { documentsServer, isDocumentPath } from "./documents/documents-server";
import { Rooms } from "./documents/rooms";
import { liveFarewell } from "./live/live-farewell";
import { liveServer } from "./live/live-server";
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
export function openDocuments(app: Pick<App, "stores" | "clock" | "log" | "secrets" | "announcer">): Rooms {
  return new Rooms(app);
}

/** The sockets of the application on the one http server. */
export function attachRealtime({ server, app, letThrough, rooms = openDocuments(app) }: RealtimeOptions): Realtime {
  const documents = documentsServer(app, rooms);
  const live = liveServer(app);
  const stopListening = listenToUpgrades({
    server,
    app,
    letThrough,
    route: (pathname) => {
      if (pathname === livePath || pathname === `${livePath}/`)
        return { upgrade: live.upgrade, farewell: liveFarewell };
      return isDocumentPath(pathname) ? { upgrade: documents.upgrade, farewell: documentFarewell } : null;
    },
  });
  return {
    documents: rooms,
    announcer: {
      announce(facts) {
        live.announce(facts);
        documents.announce(facts);
      },
      moved: (moves) => live.moved(moves),
      rightsChanged(personIds) {
        live.rightsChanged(personIds);
        documents.rightsChanged(personIds);
      },
      devicesEnded(deviceIds) {
        live.devicesEnded(deviceIds);
        documents.devicesEnded(deviceIds);
      },
    },
    async close() {
      stopListening();
      await Promise.all([live.close(), documents.close()]);
    },
  };
}
