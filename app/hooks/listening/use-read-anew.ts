import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { DueReading } from "~/realtime/browser/listening/due-reading";
import { browserPauses } from "~/realtime/browser/live/ask";

const isReady = (): Promise<boolean> =>
  fetch("/readyz").then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Reads the page anew (or does what is asked instead) as soon as the server can serve it and somebody looks: what cannot be read yet is read
 * later, and no error page takes the place of this one. The function stays the same.
 */
export function useReadAnew(instead?: () => void): () => void {
  const { revalidate } = useRevalidator();
  const read = useRef(instead ?? revalidate);
  read.current = instead ?? revalidate;
  const [{ reading, due }] = useState(() => {
    const made = new DueReading(
      { isReady, read: () => read.current(), isSeen: () => document.visibilityState === "visible" },
      browserPauses,
    );
    return { reading: made, due: () => made.due() };
  });
  useEffect(() => {
    const look = (): void => reading.look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      reading.stop();
    };
  }, [reading]);
  return due;
}
