import { Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import { DAY_MS } from "~/app/domain/kernel/clock";
import { newId, type PersonId } from "~/app/domain/kernel/ids";
import { accept, type Result } from "~/app/domain/kernel/result";
import type { DocumentName } from "~/server/documents/live-documents";
import type { TestApp } from "~/server/testing/test-app";
import { type Admitted, CARETS, FRAMES, WHOLE_TEXTS } from "../server/documents/connection-options";
import { DocumentConnection } from "../server/documents/document-connection";
import { catchUpFrame, haveFrame } from "../server/documents/document-frames";
import type { Rooms } from "../server/documents/rooms";
import { TokenBucket } from "../server/live/token-bucket";

interface Connecting {
  readonly rooms: Rooms;
  readonly name: DocumentName;
  readonly client?: number;
  readonly personId?: PersonId;
  /** Asked before the usual answer is given. */
  readonly admit?: () => Promise<Result<Admitted> | undefined>;
}

/** A connection to a document without a network: what it was sent, how it was closed, and what it does later. */
export function unwiredConnection(
  world: TestApp,
  { rooms, name, client = 7, personId = newId<"person">(world.random), admit }: Connecting,
) {
  const sent: Uint8Array[] = [];
  const closed: number[] = [];
  const waiting: (() => void)[] = [];
  const admitted: Admitted = {
    personId,
    deviceId: newId<"device">(world.random),
    name: "Jeanne",
    until: new Date(world.clock.now().getTime() + DAY_MS),
    access: { document: name, write: accept(undefined), streams: [] },
  };
  const connection = new DocumentConnection({
    documentId: name.documentId,
    client,
    rooms,
    frames: new TokenBucket(FRAMES.burst, FRAMES.perSecond),
    carets: new TokenBucket(CARETS.burst, CARETS.perSecond),
    wholeTexts: new TokenBucket(WHOLE_TEXTS.burst, WHOLE_TEXTS.perSecond),
    wire: {
      after: (_, work) => void waiting.push(work),
      send: (frame) => void sent.push(frame),
      close: (code) => void closed.push(code),
      pause() {},
      resume() {},
    },
    admit: async () => {
      return (await admit?.()) ?? accept(admitted);
    },
    now: () => world.clock.now(),
  });
  return { connection, sent, closed, personId, waiting, admitted };
}

/** The same, let in, and told what there is: from now on what it sends is taken. */
export async function openedConnection(world: TestApp, connecting: Connecting) {
  const one = unwiredConnection(world, connecting);
  await one.connection.open();
  one.connection.receive(haveFrame(encodeStateVector(new Doc())));
  one.connection.receive(catchUpFrame(encodeStateAsUpdate(new Doc())));
  return one;
}

/** A text that nobody has opened yet. */
export const aDocument = ({ random }: Pick<TestApp, "random">, kind: DocumentName["kind"] = "recommendation") => ({
  documentId: newId<"document">(random),
  kind,
  assemblyId: newId<"assembly">(random),
});
