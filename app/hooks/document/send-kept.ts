import { applyUpdate } from "yjs";
import { type DocumentOptions, OpenDocument } from "./open-document";
import { type KeptUpdate, keptUpdates } from "./unsent-updates";

/**
 * Sends what earlier pages of this tab could not: each under its own client's number, over a connection that nobody sees and that makes no
 * text of its own (so two tabs with the same drawer do no harm). The page gets the text as others do. Answers how to stop.
 */
export function sendKept(options: DocumentOptions): () => void {
  const { drawer } = options;
  if (!drawer) return () => undefined;
  const couriers = keptUpdates(drawer).map((kept) => courier(options, kept, () => drawer.remove(String(kept.client))));
  return () => {
    for (const stop of couriers) stop();
  };
}

function courier(options: DocumentOptions, { client, update }: KeptUpdate, delivered: () => void): () => void {
  const hidden = { ...options, user: undefined, drawer: null };
  const sent = new OpenDocument(hidden, { changed: look, outdated: () => end(true) }, client);
  let handedOver = false;
  let buildsOnNothing = false;
  sent.provider.connect();
  return () => sent.destroy({ keep: false });

  function look(): void {
    if (sent.status === "saved" && !handedOver) {
      handedOver = true;
      applyUpdate(sent.doc, update, "kept");
      // It builds on text that the server has lost (a power cut, an older backup): nothing of it was sent, and nothing is thrown away.
      const { pendingStructs, pendingDs } = sent.doc.store;
      buildsOnNothing = pendingStructs !== null || pendingDs !== null;
    }
    if (buildsOnNothing) end(false);
    else if (sent.status === "saved") end(true);
    // A locked text takes nothing any more; from whoever may not write just now, it is kept for later.
    else if (sent.status === "read-only" || sent.status === "refused") end(sent.reason === "document-locked");
  }

  function end(isOver: boolean): void {
    if (isOver) delivered();
    sent.destroy({ keep: false });
  }
}
