import type { LiveDocuments } from "./live-documents";

/** The composition root makes the application before its documents, which need it. */
export function relayLiveDocuments(): LiveDocuments & { attach(target: LiveDocuments): void } {
  let target: LiveDocuments | null = null;
  const attached = (): LiveDocuments => {
    if (!target) throw new Error("the shared documents are not open yet");
    return target;
  };
  return {
    read: (documentId) => attached().read(documentId),
    lock: (document) => attached().lock(document),
    unlock: (documentId) => attached().unlock(documentId),
    write: (document, personId, update) => attached().write(document, personId, update),
    takenOut: (document) => attached().takenOut(document),
    putBack: (document, personId, removalId) => attached().putBack(document, personId, removalId),
    attach(next) {
      target = next;
    },
  };
}
