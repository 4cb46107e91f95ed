import type { WebSocket } from "ws";
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector, XmlElement, XmlText } from "yjs";
import type { DocumentId, GroupId } from "~/app/domain/kernel/ids";
import { listDocumentUpdates } from "~/db/repositories/document-update";
import { liveSession } from "~/server/queries/live/live-session";
import type { Somebody } from "~/server/testing/build-assembly";
import { at, type BuiltLive, buildLive, value } from "~/server/testing/build-live";
import { catchUpFrame, haveFrame, readFrame } from "../server/documents/document-frames";
import { type Browser, type LiveWorld, webSocket } from "./live-world";

/** The notes of one group of two, in an assembly of their own. */
export interface SharedText {
  readonly live: BuiltLive;
  readonly documentId: DocumentId;
  readonly groupId: GroupId;
  readonly otherGroupId: GroupId;
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
    groupId,
    otherGroupId: at(groups, 1).groupId,
    writers: members,
    outsider: at(at(groups, 1).members, 0),
    rows,
    async stored() {
      const doc = new Doc();
      for (const { update } of await rows()) applyUpdate(doc, update);
      return wordsIn(doc).toString();
    },
  };
}

/** A connection by hand, past its greeting: it has said what it has, and caught up. */
export async function rawConnection(
  world: LiveWorld,
  { documentId, writers, browser }: Pick<SharedText, "documentId" | "writers"> & { readonly browser?: Browser },
  client: number,
): Promise<WebSocket> {
  const from = browser ?? (await world.signIn(at(writers, 0).personId));
  const socket = webSocket(world, `/documents/${documentId}?client=${client}`, from);
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

/** The words of a field as one text, written in as an editor would: in paragraphs. */
export interface WordsIn {
  readonly length: number;
  insert(at: number, text: string): void;
  delete(at: number, length: number): void;
  toString(): string;
}

export function wordsIn(doc: Doc, field = "notes"): WordsIn {
  const fragment = doc.getXmlFragment(field);
  const texts = (): XmlText[] =>
    fragment.toArray().flatMap((block) => (block instanceof XmlElement ? block.toArray() : [])) as XmlText[];
  /** The paragraph's text at a place of the whole, and the place in it. */
  const at = (place: number): [XmlText, number] => {
    let left = place;
    for (const text of texts()) {
      if (left <= text.length) return [text, left];
      left -= text.length;
    }
    const text = new XmlText();
    const paragraph = new XmlElement("paragraph");
    paragraph.insert(0, [text]);
    fragment.push([paragraph]);
    return [text, 0];
  };
  return {
    get length() {
      return texts().reduce((sum, { length }) => sum + length, 0);
    },
    insert(place, words) {
      doc.transact(() => {
        const [text, inside] = at(place);
        text.insert(inside, words);
      });
    },
    delete(place, length) {
      const [text, inside] = at(place);
      text.delete(inside, length);
    },
    toString: () =>
      texts()
        .map((text) => text.toString())
        .join(""),
  };
}

/** The update of somebody who types a text into an empty document. */
export function typed(client: number, text: string, field = "notes"): Uint8Array {
  const doc = new Doc();
  doc.clientID = client;
  wordsIn(doc, field).insert(0, text);
  return encodeStateAsUpdate(doc);
}
