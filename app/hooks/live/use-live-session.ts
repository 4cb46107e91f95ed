import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { LiveClient } from "~/realtime/browser/live/live-client";
import type { LiveSession } from "~/realtime/browser/live/live-session";
import { openLiveSocket } from "~/realtime/browser/live/open-live-socket";
import type { LiveSnapshot } from "../../domain/deliberation/live-state";
import type { SessionId } from "../../domain/kernel/ids";
import { useReadAnew } from "../listening/use-read-anew";

/**
 * A live session on a page. `snapshot` is what the loader read (`liveSession`); it is where the page begins, on the server and in
 * the browser; facts take over from there. Another `sessionId` begins anew; a later `snapshot` of the same session is ignored.
 * When the person's rights change, what the frame knows of them (menus) is read anew.
 */
export function useLiveSession(sessionId: SessionId, snapshot: LiveSnapshot): LiveSession {
  const [{ client, of }, setClient] = useState(() => ({ client: new LiveClient(snapshot), of: sessionId }));
  if (of !== sessionId) setClient({ client: new LiveClient(snapshot), of: sessionId });
  useEffect(() => {
    let left = false;
    void openLiveSocket(window.location.origin).then((socket) => {
      if (!left) client.start(socket);
    });
    return () => {
      left = true;
      client.stop();
    };
  }, [client]);
  const view = useSyncExternalStore(client.subscribe, client.view, client.view);
  const readAnew = useReadAnew();
  const { rightsChanged } = view;
  useEffect(() => {
    if (rightsChanged > 0) readAnew();
  }, [rightsChanged, readAnew]);
  return useMemo(
    () => ({
      ...view,
      send: (name, input) => client.commands.send(name, input),
      isPending: (name) => view.sent.some((sent) => sent.name === name && sent.state === "pending"),
      dismiss: (id) => client.commands.dismiss(id),
    }),
    [client, view],
  );
}
