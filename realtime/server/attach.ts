import type { Server } from "node:http";
import type { Announcers } from "~/server/announcer/announcers";
import type { App } from "~/server/context";
import type { LiveDocuments } from "~/server/documents/live-documents";
import { livePath } from "../protocol/live-path";
import { documentFarewell } from "./documents/document-farewell";
import { documentsServer, isDocumentPath } from "./documents/documents-server";
import { Rooms } from "./documents/rooms";
import { liveFarewell } from "./live/live-farewell";
import { liveServer } from "./live/live-server";
import { listenToUpgrades } from "./upgrade";

export interface Realtime {
  readonly documents: LiveDocuments;
  close(): Promise<void>;
}

export interface RealtimeOptions {
  readonly server: Server;
  readonly app: App;
  /** Where sockets and texts listen to what happened. */
  readonly announcers: Announcers;
  /** In development Vite's own socket listens on the same server. */
  readonly letThrough: boolean;
  readonly rooms?: Rooms;
}

/** The shared documents without any socket: what the demonstration's loader and the tests of commands need. */
export function openDocuments(app: Pick<App, "stores" | "clock" | "log" | "secrets" | "announcer">): Rooms {
  return new Rooms(app);
}

/** The sockets of the application on the one http server. */
export function attachRealtime({
  server,
  app,
  announcers,
  letThrough,
  rooms = openDocuments(app),
}: RealtimeOptions): Realtime {
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
  const listeners = [announcers.add(live), announcers.add(documents)];
  return {
    documents: rooms,
    async close() {
      stopListening();
      for (const stop of listeners) stop();
      await Promise.all([live.close(), documents.close()]);
    },
  };
}
