import { livePath } from "../../protocol/live-path";

const ROUNDS = 5;
const PATIENCE_MS = 8_000;

/** `roundTripMs` is null where the server does not answer; `live` is whether the live room's socket opens. */
export interface Connection {
  readonly roundTripMs: number | null;
  readonly live: boolean;
}

/** The middle one of five trips to our own server and back, and whether the live room is reached. */
export async function measureConnection(): Promise<Connection> {
  const trips: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) trips.push(await oneTripMs());
  } catch {
    return { roundTripMs: null, live: false };
  }
  return { roundTripMs: Math.round(middle(trips)), live: await reachesLive() };
}

async function oneTripMs(): Promise<number> {
  const before = performance.now();
  const answer = await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return performance.now() - before;
}

export function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Opens the socket of live pages and closes it again. */
function reachesLive(): Promise<boolean> {
  return new Promise((resolve) => {
    const origin = window.location.origin.replace(/^http/, "ws");
    const socket = new WebSocket(`${origin}${livePath}/?EIO=4&transport=websocket`);
    const timer = setTimeout(() => socket.close(), PATIENCE_MS);
    let opened = false;
    socket.addEventListener("open", () => {
      opened = true;
      socket.close();
    });
    socket.addEventListener("close", () => {
      clearTimeout(timer);
      resolve(opened);
    });
  });
}
