import type { WebSocket } from "ws";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from "yjs";
import type { DocumentId } from "~/app/domain/kernel/ids";
import { listDocumentUpdates } from "~/db/repositories/document-update";
import { liveSession } from "~/server/queries/live/live-session";
import type { Somebody } from "~/server/testing/build-assembly";
import { at, type BuiltLive, buildLive, value } from "~/server/testing/build-live";
import { catchUpFrame, haveFrame, readFrame } from "../documents/document-frames";
import { type LiveWorld, webSocket } from "./live-world";

/** The notes of one group of two, in an assembly of their own. */
export interface SharedText {
  readonly live: BuiltLive;
  readonly documentId: DocumentId;
  readonly writers: readonly Somebody[];
  /** A member of another group. */
  readonly outsider: Somebody;
  /** What the log says that the text is. */
  stored(): Promise<string>;
  rows(): ReturnType<typeof listDocumentUpdates>;
}

export async function sharedText(world: LiveWorld): Promise<SharedText> {
  const live = await buildLive(world, { members: 4, facilitators: 2 });
  const { groups } = await live.split();
  const { groupId, members } = at(groups, 0);
  const group = value(await liveSession(live.organiser, live.sessionId)).groups[groupId];
  if (!group) throw new Error("no group");
  const { documentId } = group;
  const rows = () => listDocumentUpdates(world.app.stores.documents, documentId);
  return {
    live,
    documentId,
    writers: members,
    outsider: at(at(groups, 1).members, 0),
    rows,
    async stored() {
      const doc = new Doc();
      for (const { update } of await rows()) applyUpdate(doc, update);
      return doc.getText("notes").toString();
    },
  };
}

/** A connection by hand, past its greeting: it has said what it has, and caught up. */
export async function rawConnection(
  world: LiveWorld,
  { documentId, writers }: SharedText,
  client: number,
): Promise<WebSocket> {
  const browser = await world.signIn(at(writers, 0).personId);
  const socket = webSocket(world, `/documents/${documentId}?client=${client}`, browser);
  const asked = new Promise<void>((heard) => {
    socket.on("message", (data: Buffer) => {
      if (readFrame(new Uint8Array(data))?.kind === "have") heard();
    });
  });
  await new Promise((opened) => socket.once("open", opened));
  socket.send(haveFrame(encodeStateVector(new Doc())));
  await asked;
  socket.send(catchUpFrame(encodeStateAsUpdate(new Doc())));
  return socket;
}

/** The update of somebody who types a text into an empty document. */
export function typed(client: number, text: string): Uint8Array {
  const doc = new Doc();
  doc.clientID = client;
  doc.getText("notes").insert(0, text);
  return encodeStateAsUpdate(doc);
}
