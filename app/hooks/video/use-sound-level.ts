import { useEffect, useState } from "react";

const LOOK_EVERY_MS = 80;

export interface SoundLevel {
  /** Now, from 0 to 1 (root mean square of the samples). */
  readonly now: number;
  /** The loudest moment so far. */
  readonly loudest: number;
}

const silence: SoundLevel = { now: 0, loudest: 0 };

/** How loud a microphone is. The loudest moment begins anew with another stream. */
export function useSoundLevel(stream: MediaStream | null): SoundLevel {
  const [level, setLevel] = useState(silence);
  useEffect(() => {
    setLevel(silence);
    if (!stream) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    analyser.fftSize = 1024;
    const source = context.createMediaStreamSource(stream);
    source.connect(analyser);
    void context.resume();
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const now = Math.min(1, Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length));
      setLevel(({ loudest }) => ({ now, loudest: Math.max(loudest, now) }));
    }, LOOK_EVERY_MS);
    return () => {
      clearInterval(timer);
      source.disconnect();
      void context.close();
    };
  }, [stream]);
  return level;
}
