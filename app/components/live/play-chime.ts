const NOTES_HZ = [659, 880];
const NOTE_S = 0.18;

let context: AudioContext | undefined;

/** Two short notes. Where the browser allows no sound before the first click, nothing is heard: what is shown says the same. */
export async function playChime(): Promise<void> {
  context ??= new AudioContext();
  await context.resume();
  const loudness = context.createGain();
  loudness.gain.value = 0.2;
  const tone = context.createOscillator();
  const from = context.currentTime;
  for (const [at, hz] of NOTES_HZ.entries()) tone.frequency.setValueAtTime(hz, from + at * NOTE_S);
  tone.connect(loudness).connect(context.destination);
  tone.start(from);
  tone.stop(from + NOTES_HZ.length * NOTE_S);
}
