import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { io } from "socket.io-client";
import { WebSocket } from "ws";
import { type DeviceId, newId, type PersonId } from "~/app/domain/kernel/ids";
import { insertDevice } from "~/db/repositories/device";
import { announcers } from "~/server/announcer/announcers";
import { deviceCookie } from "~/server/auth/device-cookie";
import { who } from "~/server/auth/who";
import type { App, Caller, SignedIn } from "~/server/context";
import { relayLiveDocuments } from "~/server/documents/relay-live-documents";
import { type TestApp, testApp } from "~/server/testing/test-app";
import { livePath, protocolVersion } from "../protocol/live-path";
import { attachRealtime, type Realtime } from "../server/attach";

/** The Origin that the pages of the test's installation have. */
export const ownOrigin = "http://assembly.test";

/** What a browser sends along. */
export interface Browser {
  readonly cookie?: string;
  readonly origin?: string;
}

/** A real server on the loopback, on the stores of `testApp()`. */
export interface LiveWorld extends TestApp {
  readonly url: string;
  readonly wsUrl: string;
  readonly server: Server;
  readonly realtime: Realtime;
  /** The cookie of a device on which the person is signed in. */
  signIn(personId: PersonId): Promise<Browser & { readonly deviceId: DeviceId }>;
  /** Somebody as the sockets know them from a cookie: with their device, on the application whose facts reach the sockets. */
  asking(browser: Browser): Promise<Caller & { readonly signedIn: SignedIn | null }>;
  /** The same caller on the application whose facts reach the sockets. */
  online<C extends Caller>(caller: C): C;
  /** Ends the sockets and begins again on the same stores and port, as after a restart. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
}

/** Ports other than a test's own. */
type Ports = Partial<Pick<App, "video" | "log">>;

export async function liveWorld(seed = "live", ports: Ports = {}): Promise<LiveWorld> {
  const world = await testApp(seed);
  const held: { server: Server; realtime: Realtime } = { server: createServer(), realtime: silent };
  const documents = relayLiveDocuments();
  const told = announcers((error) => {
    throw error;
  });
  told.add(world.app.announcer);
  const app: App = {
    ...world.app,
    ...ports,
    documents,
    announcer: told,
  };
  const open = async (port: number): Promise<void> => {
    held.server = createServer();
    held.realtime = attachRealtime({ server: held.server, app, announcers: told, letThrough: false });
    documents.attach(held.realtime.documents);
    await new Promise<void>((ready) => held.server.listen(port, "127.0.0.1", ready));
  };
  const close = async (): Promise<void> => {
    await held.realtime.close();
    held.server.closeAllConnections();
    await new Promise((closed) => held.server.close(closed));
  };
  await open(0);
  const { port } = held.server.address() as AddressInfo;
  return {
    ...world,
    url: `http://127.0.0.1:${port}`,
    wsUrl: `ws://127.0.0.1:${port}`,
    get server() {
      return held.server;
    },
    get realtime() {
      return held.realtime;
    },
    online: (caller) => ({ ...caller, app }),
    signIn: (personId) => signIn(world, personId),
    asking: async ({ cookie }) => {
      const { actor, signedIn } = await who(app, cookie);
      return { app, actor, signedIn };
    },
    async restart(meanwhile = async () => {}) {
      await close();
      await meanwhile();
      await open(port);
    },
    async dispose() {
      await close();
      await world.dispose();
    },
  };
}

const silent: Realtime = {
  documents: openNothing(),
  close: async () => {},
};

function openNothing(): Realtime["documents"] {
  const closed = (): Promise<never> => Promise.reject(new Error("closed"));
  return { read: closed, lock: closed, unlock: closed, write: closed, takenOut: closed, putBack: closed };
}

async function signIn({ app, clock, random }: TestApp, personId: PersonId) {
  const id = newId<"device">(random);
  const token = app.secrets.deviceToken(id);
  await insertDevice(app.stores.main, {
    id,
    tokenHash: app.secrets.tokenHash(token),
    personId,
    label: "Firefox",
    means: "code",
    participationId: null,
    createdAt: clock.now(),
    lastSeenAt: clock.now(),
    expiresAt: new Date(clock.now().getTime() + 86_400_000),
    endedAt: null,
    provenAt: clock.now(),
  });
  return { deviceId: id, cookie: deviceCookie(token, { secure: false }).split(";", 1)[0] ?? "", origin: ownOrigin };
}

const headersOf = ({ cookie, origin }: Browser): Record<string, string> => ({
  ...(cookie !== undefined && { cookie }),
  ...(origin !== undefined && { origin }),
});

/** A live socket as a page opens it, not connected yet. */
export function liveSocket(world: LiveWorld, browser: Browser, version: number = protocolVersion) {
  return io(world.url, {
    path: livePath,
    transports: ["websocket"],
    auth: { version },
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
    extraHeaders: headersOf(browser),
  });
}

/** A plain WebSocket to a path. */
export function webSocket(world: LiveWorld, path: string, browser: Browser): WebSocket {
  return new WebSocket(`${world.wsUrl}${path}`, { headers: headersOf(browser) });
}

/** The browser's WebSocket class with this browser's headers. */
export function webSocketClass(browser: Browser): typeof globalThis.WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: headersOf(browser) });
    }
  } as unknown as typeof globalThis.WebSocket;
}

/** A page of somebody, connected on a device of its own. */
export async function connectedPage(world: LiveWorld, personId: PersonId): Promise<ReturnType<typeof liveSocket>> {
  const socket = liveSocket(world, await world.signIn(personId)).connect();
  await until(
    (heard) => {
      socket.on("connect", heard);
      return () => socket.off("connect", heard);
    },
    () => socket.connected,
  );
  return socket;
}

/** Waits until a condition holds, asked again whenever something was heard. Fails by the test's own time limit. */
export function until<T>(subscribe: (listener: () => void) => () => void, holds: () => T | false | undefined | null) {
  return new Promise<T>((settle, fail) => {
    const check = (): void => {
      try {
        const found = holds();
        if (!found) return;
        stop();
        settle(found);
      } catch (error) {
        stop();
        fail(error);
      }
    };
    const unsubscribe = subscribe(check);
    const stop = (): void => queueMicrotask(() => unsubscribe());
    check();
  });
}
