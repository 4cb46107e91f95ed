import { applyUpdate } from "yjs";
import { type DocumentOptions, OpenDocument } from "../documents/open-document";
import { browserPauses, type Pauses } from "../live/ask";
import { backoffMs } from "../video/backoff";
import { strand } from "./stranded-texts";
import { type KeptUpdate, keptUpdates } from "./unsent-updates";

/** The first pause before what could not be placed is tried again is of four seconds: each try reads the whole text. */
const FIRST_DOUBLINGS = 3;

/**
 * Sends what earlier pages of this tab could not: each under its own client's number, over a connection that nobody sees and that makes no
 * text of its own (so two tabs with the same drawer do no harm). The page gets the text as others do. What is refused is stranded: its author
 * is shown the words. What builds on text that the server has lost waits until some page has given that back. Answers how to stop.
 */
export function sendKept(options: DocumentOptions, pauses: Pauses = browserPauses): () => void {
  const { drawer } = options;
  if (!drawer) return () => undefined;
  const couriers = keptUpdates(drawer).map((kept) =>
    courier({ options, kept, pauses }, (refused) => {
      if (refused !== null) strand(drawer, { title: kept.title, reason: refused, lines: kept.lines });
      drawer.remove(String(kept.client));
    }),
  );
  return () => {
    for (const stop of couriers) stop();
  };
}

interface Errand {
  readonly options: DocumentOptions;
  readonly kept: KeptUpdate;
  readonly pauses: Pauses;
}

/** `settled`: the text is in the database, or refused for a reason. */
type Settled = (refused: string | null) => void;

/** Goes until it is settled, or stopped; a try that finds no place for the text is followed by another. */
function courier({ options, kept, pauses }: Errand, settled: Settled): () => void {
  let stop: () => void = () => undefined;
  const go = (times: number): void => {
    stop = attempt(options, kept, (end) => {
      if (end.kind === "settled") settled(end.refused);
      else stop = pauses.after(backoffMs(FIRST_DOUBLINGS + times, pauses.chance()), () => go(times + 1));
    });
  };
  go(0);
  return () => stop();
}

type AttemptEnd =
  | { readonly kind: "settled"; readonly refused: string | null }
  /** It builds on text that the server has lost (a power cut, an older backup): nothing of it was sent, and nothing is thrown away. */
  | { readonly kind: "groundless" };

function attempt(
  options: DocumentOptions,
  { client, update }: KeptUpdate,
  ended: (end: AttemptEnd) => void,
): () => void {
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
      const { pendingStructs, pendingDs } = sent.doc.store;
      if (pendingStructs !== null || pendingDs !== null) end({ kind: "groundless" });
    }
    if (isOver) return;
    if (sent.status === "saved") end({ kind: "settled", refused: null });
    else if (sent.status === "read-only" || sent.status === "refused")
      end({ kind: "settled", refused: sent.reason ?? "notPermitted" });
  }

  function end(how: AttemptEnd): void {
    isOver = true;
    sent.destroy({ keep: false });
    ended(how);
  }
}
