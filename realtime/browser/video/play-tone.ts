declare global {
  interface AudioContext {
    /** Not in every browser, and not in TypeScript's list yet. */
    setSinkId?(id: string): Promise<void>;
  }
}

const TONE_S = 2;

/** Two soft notes for two seconds, on the chosen output where the browser can choose. Resolves when they have ended. */
export async function playTone(speakerId: string | null): Promise<void> {
  const context = new AudioContext();
  if (speakerId !== null) await context.setSinkId?.(speakerId).catch(() => undefined);
  await context.resume();
  const loudness = context.createGain();
  loudness.gain.setValueAtTime(0, context.currentTime);
  loudness.gain.linearRampToValueAtTime(0.3, context.currentTime + 0.05);
  loudness.gain.setValueAtTime(0.3, context.currentTime + TONE_S - 0.2);
  loudness.gain.linearRampToValueAtTime(0, context.currentTime + TONE_S);
  const tone = context.createOscillator();
  tone.frequency.setValueAtTime(523, context.currentTime);
  tone.frequency.setValueAtTime(659, context.currentTime + TONE_S / 2);
  tone.connect(loudness).connect(context.destination);
  const ended = new Promise((resolve) => tone.addEventListener("ended", resolve, { once: true }));
  tone.start();
  tone.stop(context.currentTime + TONE_S);
  await ended;
  await context.close();
}
