import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/** Asks the server again every so many milliseconds while the page is visible; null stops. For pages without a live stream. */
export function useRevalidateEvery(ms: number | null): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (ms === null || state !== "idle") return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") revalidate();
    }, ms);
    return () => clearTimeout(timer);
  }, [ms, revalidate, state]);
}
