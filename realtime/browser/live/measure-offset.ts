const SAMPLES = 4;

/**
 * The server's clock minus this device's, in ms: of several questions the one that was answered fastest, the server's time taken at
 * the middle of its round trip (Cristian 1989). Rejects when none was answered; what is not answered any more ends the sample.
 */
export async function measureOffset(ask: () => Promise<number>, nowMs: () => number = Date.now): Promise<number> {
  let best: { roundTripMs: number; offsetMs: number } | undefined;
  for (let sample = 0; sample < SAMPLES; sample++) {
    const sentAtMs = nowMs();
    try {
      const serverMs = await ask();
      const roundTripMs = nowMs() - sentAtMs;
      if (!best || roundTripMs < best.roundTripMs) {
        best = { roundTripMs, offsetMs: Math.round(serverMs - (sentAtMs + roundTripMs / 2)) };
      }
    } catch (error) {
      if (!best) throw error;
      break;
    }
  }
  if (!best) throw new Error("the clock was not asked");
  return best.offsetMs;
}
