import { livePath, protocolVersion } from "../../protocol/live-path";
import type { LiveSocket } from "./live-client";

/** A socket to our own server, not connected yet. Loaded when it is needed: pages without live parts stay light. */
export async function openLiveSocket(origin: string): Promise<LiveSocket> {
  const { io } = await import("socket.io-client");
  return io(origin, {
    path: livePath,
    transports: ["websocket"],
    auth: { version: protocolVersion },
    autoConnect: false,
    forceNew: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
    randomizationFactor: 0.5,
  });
}
