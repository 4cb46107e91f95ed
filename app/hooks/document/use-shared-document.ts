import { useEffect, useRef, useState } from "react";
import type { SharedDocument } from "~/realtime/browser/documents/shared-document";
import { drawerOf } from "~/realtime/browser/unsent/drawer";
import { keepDrawer } from "~/realtime/browser/unsent/drawer-keepers";
import type { DocumentId } from "../../domain/kernel/ids";
import { useRootData } from "../use-root-data";

const notYet: SharedDocument = {
  doc: null,
  provider: null,
  awareness: null,
  held: null,
  status: "connecting",
  loaded: false,
  writable: false,
  reason: null,
  takenOut: [],
  flush: async () => false,
};

/** How others see this person's caret: a colour; the server puts the real name in. */
export interface Caret {
  readonly name: string;
  readonly color: string;
}

/**
 * A shared text on a page, under a title that its author knows it by. Show the editor once `loaded`, keyed by `doc.guid`, and let nobody
 * type unless `writable`. What is typed stays in the tab until it is saved, over reloads too. Yjs and its socket are loaded in the browser only.
 */
export function useSharedDocument(documentId: DocumentId, title: string, caret?: Caret): SharedDocument {
  const [view, setView] = useState(notYet);
  // As they are when the text is opened: whoever is renamed while they write keeps their text under their hands.
  const opening = useRef({ title, caret });
  opening.current = { title, caret };
  const owner = useRootData()?.signedIn?.id;
  useEffect(() => {
    let stop = (): void => {};
    let left = false;
    const releaseDrawer = keepDrawer(documentId);
    void import("~/realtime/browser/documents/document-client").then(({ DocumentClient }) => {
      if (left) return;
      const client = new DocumentClient({
        documentId,
        serverUrl: window.location.origin.replace(/^http/, "ws"),
        drawer: drawerOf(owner, documentId),
        title: opening.current.title,
        user: opening.current.caret,
      });
      client.subscribe(() => setView(client.view()));
      setView(client.view());
      stop = () => client.stop();
    });
    return () => {
      left = true;
      stop();
      releaseDrawer();
      setView(notYet);
    };
  }, [documentId, owner]);
  return view;
}
