const SAMPLES = 4;

/**
 * The server's clock minus this device's, in ms: of several questions the one that was answered fastest, the server's time taken at
 * the middle of its round trip (Cristian 1989). Undefined when none was answered.
 */
export async function measureOffset(ask: () => Promise<number>): Promise<number | undefined> {
  let best: { roundTripMs: number; offsetMs: number } | undefined;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const sentAtMs = Date.now();
    try {
      const serverMs = await ask();
      const roundTripMs = Date.now() - sentAtMs;
      if (!best || roundTripMs < best.roundTripMs) {
        best = { roundTripMs, offsetMs: Math.round(serverMs - (sentAtMs + roundTripMs / 2)) };
      }
    } catch {
      return best?.offsetMs;
    }
  }
  return best?.offsetMs;
}
