import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Asks the server again every so many milliseconds while the page is visible; null stops. For pages without a live stream. A server
 * that does not answer is left alone until it does: a question that fails would put the error page in the place of this one.
 */
export function useRevalidateEvery(ms: number | null): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (ms === null || state !== "idle") return;
    let left = false;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== "visible") return;
      const reached = await fetch("/healthz").then(
        ({ ok }) => ok,
        () => false,
      );
      if (reached && !left) revalidate();
    };
    const timer = setInterval(() => void ask(), ms);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [ms, revalidate, state]);
}
