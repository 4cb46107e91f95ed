import type { Server } from "node:http";
import type { App } from "~/server/context";
import { type Announcer, silentAnnouncer } from "~/server/jobs/announcer";

export interface Realtime {
  readonly announcer: Announcer;
  close(): Promise<void>;
}

export interface RealtimeOptions {
  readonly server: Server;
  readonly app: App;
  /** In development Vite's own socket listens on the same server. */
  readonly letThrough: boolean;
}

/** The sockets of the application on the one http server. */
export function attachRealtime({ server, letThrough }: RealtimeOptions): Realtime {
  if (!letThrough) server.on("upgrade", (_request, socket) => socket.destroy());
  return { announcer: silentAnnouncer, close: async () => {} };
}
