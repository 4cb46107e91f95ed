import { useEffect, useState } from "react";

/** How long all seats take to fill. */
const FILL_MS = 1400;

/**
 * How many seats are filled: all of them at once in print, without JavaScript and with reduced motion; otherwise one after the other
 * when the page has come.
 */
export function useFilling(seats: number): number {
  const [filled, setFilled] = useState(seats);
  useEffect(() => {
    if (seats === 0 || window.matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let frame = 0;
    let start: number | null = null;
    const step = (now: number): void => {
      start ??= now;
      const share = Math.min(1, (now - start) / FILL_MS);
      setFilled(Math.round(share * seats));
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(frame);
      setFilled(seats);
    };
  }, [seats]);
  return filled;
}
