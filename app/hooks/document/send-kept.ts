import { applyUpdate } from "yjs";
import { type DocumentOptions, OpenDocument } from "./open-document";
import { strand } from "./stranded-texts";
import { type KeptUpdate, keptUpdates } from "./unsent-updates";

/**
 * Sends what earlier pages of this tab could not: each under its own client's number, over a connection that nobody sees and that makes no
 * text of its own (so two tabs with the same drawer do no harm). The page gets the text as others do. What is refused is stranded: its author
 * is shown the words. Answers how to stop.
 */
export function sendKept(options: DocumentOptions): () => void {
  const { drawer } = options;
  if (!drawer) return () => undefined;
  const couriers = keptUpdates(drawer).map((kept) =>
    courier(options, kept, (refused) => {
      if (refused !== null) strand(drawer, { title: kept.title, reason: refused, lines: kept.lines });
      drawer.remove(String(kept.client));
    }),
  );
  return () => {
    for (const stop of couriers) stop();
  };
}

/** `settled`: the text is in the database, or refused for a reason. */
type Settled = (refused: string | null) => void;

function courier(options: DocumentOptions, { client, update }: KeptUpdate, settled: Settled): () => void {
  const hidden = { ...options, user: undefined, drawer: null };
  const sent = new OpenDocument(hidden, { changed: look, outdated: look }, client);
  let handedOver = false;
  let isOver = false;
  sent.provider.connect();
  return () => sent.destroy({ keep: false });

  function look(): void {
    if (isOver) return;
    if (sent.status === "saved" && !handedOver) {
      handedOver = true;
      applyUpdate(sent.doc, update, "kept");
      // It builds on text that the server has lost (a power cut, an older backup): nothing of it was sent, and nothing is thrown away.
      const { pendingStructs, pendingDs } = sent.doc.store;
      if (pendingStructs !== null || pendingDs !== null) end();
    }
    if (isOver) return;
    if (sent.status === "saved") end(() => settled(null));
    else if (sent.status === "read-only" || sent.status === "refused")
      end(() => settled(sent.reason ?? "notPermitted"));
  }

  function end(settle?: () => void): void {
    isOver = true;
    settle?.();
    sent.destroy({ keep: false });
  }
}
