import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const EVERY_MS = 30_000;

/** Asks the server again every half minute while the page is looked at, so that "in 12 minutes" and an opened session are true. */
export function useFreshness(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && state === "idle") revalidate();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [revalidate, state]);
}
