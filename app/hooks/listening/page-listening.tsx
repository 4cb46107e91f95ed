import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Listening, PageListener } from "~/realtime/browser/listening/page-listener";
import { type Interest, PageReader } from "~/realtime/browser/listening/page-reader";
import { browserPauses } from "~/realtime/browser/live/ask";
import { openLiveSocket } from "~/realtime/browser/live/open-live-socket";
import { useUnchanged } from "../use-unchanged";
import { useReadAnew } from "./use-read-anew";

/** Null where nothing listens by it: outside an assembly, and beside a page with a connection of its own. */
const Listener = createContext<PageListener | null>(null);

/** Without a connection (a network that lets no WebSocket through) a page that listens asks this often. */
const SLOW_MS = 30_000;

/** One connection for all that the pages of a tab listen to; none while a page has its own (`isOff`). */
export function PageListening({ isOff, children }: { readonly isOff: boolean; readonly children: ReactNode }) {
  const [listener] = useState(() => new PageListener());
  useEffect(() => {
    if (isOff) return;
    let left = false;
    void openLiveSocket(window.location.origin).then((socket) => {
      if (!left) listener.start(socket);
    });
    return () => {
      left = true;
      listener.stop();
    };
  }, [listener, isOff]);
  return <Listener.Provider value={isOff ? null : listener}>{children}</Listener.Provider>;
}

/**
 * Reads the page anew (or does what is asked instead) when something happens that concerns it; null: nothing does. Nothing that happened
 * since its data was read is missed, and a page that nobody looks at waits until somebody does.
 */
export function useListening(interest: Interest | null, instead?: () => void): void {
  const listener = useContext(Listener);
  const readAnew = useReadAnew(instead);
  const wanted = useUnchanged(interest);
  const reader = useRef<PageReader | null>(null);
  const kinds = wanted && JSON.stringify([Object.keys(wanted.read), wanted.facts, wanted.moves]);
  const latest = useRef(wanted);
  latest.current = wanted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has been read changes with each reading; only another interest begins anew
  useEffect(() => {
    const now = latest.current;
    if (!listener || !now) return;
    const made = new PageReader(now, readAnew, browserPauses);
    reader.current = made;
    const leave = Object.keys(now.read).map((stream) => listener.follow(stream, made));
    return () => {
      for (const one of leave) one();
      made.stop();
      reader.current = null;
    };
  }, [listener, kinds, readAnew]);
  useEffect(() => {
    if (wanted) reader.current?.hasRead(wanted);
  }, [wanted]);
  useSlowly(listener, wanted === null ? null : readAnew);
}

/** Reads the page anew when the person's own rights have changed: menus, and what the page may show. */
export function useOwnRights(): void {
  const listener = useContext(Listener);
  const readAnew = useReadAnew();
  useEffect(() => listener?.onRightsChanged(readAnew), [listener, readAnew]);
}

const never = () => () => {};

/** Whether a page has to ask because it is not told: there is no connection, and one may come about yet. */
const isUntold: Readonly<Record<Listening, boolean>> = { connecting: true, online: false, away: true, over: false };

/** Reads anew from time to time for as long as the listener has no connection; never without a listener. */
function useSlowly(listener: PageListener | null, readAnew: (() => void) | null): void {
  const asks = useSyncExternalStore(
    listener?.subscribe ?? never,
    () => listener !== null && isUntold[listener.state()],
    () => false,
  );
  useEffect(() => {
    if (!asks || !readAnew) return;
    const timer = setInterval(readAnew, SLOW_MS);
    return () => clearInterval(timer);
  }, [asks, readAnew]);
}
