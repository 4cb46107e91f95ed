import { type RefObject, useEffect, useRef } from "react";

/** Tells the element how much of the window's top the page's own bar covers (`--tools-top`), so that tools stay in sight below it. */
export function useStickyBelow(): RefObject<HTMLDivElement> {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const top = document.querySelector<HTMLElement>(".top");
    if (!top) return;
    const measure = (): void => {
      const covered = getComputedStyle(top).position === "sticky" ? top.offsetHeight : 0;
      element.current?.style.setProperty("--tools-top", `${covered}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(top);
    measure();
    return () => observer.disconnect();
  }, []);
  return element;
}
