import { base64url } from "~/app/domain/kernel/ids";
import { type Drawer, drawerOf } from "~/realtime/browser/unsent/drawer";
import { isDrawerKept, onDrawerKept } from "~/realtime/browser/unsent/drawer-keepers";
import { sendKept } from "~/realtime/browser/unsent/send-kept";
import { STRANDED } from "~/realtime/browser/unsent/stranded-texts";
import { backoffMs } from "~/realtime/browser/video/backoff";
import { saveFields, whyClosed } from "../editor/field-request";
import { readKept, strandFields } from "../editor/kept-fields";

/** The first pause after a try that nothing answered is of four seconds. */
const FIRST_DOUBLINGS = 3;

/**
 * Sends what earlier pages of this tab could not, of every text that is not open on this page: somebody who was moved to another group, or
 * whose phase has closed, does not come back to it. Answers how to stop.
 */
export function sendAllKept(owner: string): () => void {
  const sending = new Map<string, () => void>();
  const look = (): void => {
    const drawer = drawerOf(owner, STRANDED);
    if (!drawer) return;
    for (const place of drawer.places()) {
      if (place === STRANDED || isDrawerKept(place) || sending.has(place)) continue;
      sending.set(place, send(drawer.beside(place)));
    }
    for (const [place, stop] of sending) {
      if (!isDrawerKept(place)) continue;
      stop();
      sending.delete(place);
    }
  };
  const stopListening = onDrawerKept(look);
  look();
  return () => {
    stopListening();
    for (const stop of sending.values()) stop();
  };
}

function send(drawer: Drawer): () => void {
  if (readKept(drawer)) return sendFields(drawer);
  const serverUrl = window.location.origin.replace(/^http/, "ws");
  return sendKept({ documentId: drawer.of.place, serverUrl, drawer });
}

function sendFields(drawer: Drawer): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  // What was not answered may have been stored: it is asked again as the same command.
  const commandId = newCommandId();
  const attempt = async (tries: number): Promise<void> => {
    const kept = readKept(drawer);
    if (!kept) return;
    const answer = await saveFields(kept.url, kept.edits, commandId);
    if (isOver) return;
    if (!answer) {
      timer = setTimeout(() => void attempt(tries + 1), backoffMs(FIRST_DOUBLINGS + tries, Math.random()));
      return;
    }
    const closed = whyClosed(answer);
    // Somebody else wrote there meanwhile: the page of the text shows both, and its author chooses.
    if (closed === "changed-meanwhile") return;
    if (closed !== null) strandFields(drawer, kept, closed);
    else for (const name of drawer.names()) drawer.remove(name);
  };
  void attempt(0);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

const newCommandId = (): string => base64url(crypto.getRandomValues(new Uint8Array(16)));
