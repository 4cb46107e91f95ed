import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { RoomOffer } from "~/realtime/browser/video/room-offer";
import type { VideoLink } from "~/realtime/browser/video/video-link";
import {
  emptySnapshot,
  type VideoActions,
  type VideoPlace,
  type VideoSnapshot,
} from "~/realtime/browser/video/video-room";
import { useLocalePath } from "../use-locale";
import { useUnchanged } from "../use-unchanged";

const connecting = emptySnapshot("connecting");
const idle = emptySnapshot("idle");
const failed: VideoSnapshot = { ...connecting, state: { kind: "failed", why: "unsupported" } };
const never = () => () => {};

/**
 * The video room of the place where the person is. livekit-client is fetched when there is a place for the first time; camera and
 * microphone stay open from place to place, and are let go where there is none.
 */
export function useVideoRoom(
  place: VideoPlace | null,
  offer: RoomOffer | null = null,
): readonly [VideoSnapshot, VideoActions] {
  const { link, missing } = useLink(place !== null);
  const there = useUnchanged(place);
  useEffect(() => {
    if (offer) link?.offer(offer);
  }, [link, offer]);
  useEffect(() => link?.goTo(there), [link, there]);
  const before = missing ? failed : place ? connecting : idle;
  const snapshot = useSyncExternalStore(link?.subscribe ?? never, link?.snapshot ?? (() => before), () => before);
  return [snapshot, useMemo(() => actionsOf(link), [link])];
}

/** The link once its code has come; `missing` when it could not be fetched. */
function useLink(needed: boolean): { readonly link: VideoLink | null; readonly missing: boolean } {
  const base = useLocalePath()("/");
  const [link, setLink] = useState<VideoLink | null>(null);
  const [missing, setMissing] = useState(false);
  const [wanted, setWanted] = useState(needed);
  if (needed && !wanted) setWanted(true);
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    let made: VideoLink | null = null;
    import("~/realtime/browser/video/video-link").then(
      (module) => {
        if (left) return;
        made = new module.VideoLink(base);
        setLink(made);
      },
      () => setMissing(true),
    );
    return () => {
      left = true;
      made?.close();
      setLink(null);
    };
  }, [wanted, base]);
  return { link, missing };
}

/** Before the library is there, nothing can be asked for. */
function actionsOf(link: VideoLink | null): VideoActions {
  return {
    setMicrophone: (on) => link?.setMicrophone(on),
    setCamera: (on) => link?.setCamera(on),
    takeChoice: () => link?.takeChoice(),
    startSound: () => link?.startSound(),
    tryAgain: () => link?.tryAgain(),
    watch: (ids) => link?.watch(ids),
  };
}
