import {
  createEncoder,
  type Encoder,
  toUint8Array,
  writeAny,
  writeUint8,
  writeVarString,
  writeVarUint,
} from "lib0/encoding";

/** Where an item was put: after one item and before another of the same client's or of others'. */
export interface Place {
  readonly client: number;
  readonly clock: number;
}

/** One item, as a hand that is no editor would write it. */
export interface WrittenItem {
  readonly origin?: Place | null;
  readonly rightOrigin?: Place | null;
  /** Needed where there is neither origin: the name of a fragment, or the item that holds the parent. */
  readonly parent?: string | Place;
  readonly parentSub?: string;
  readonly content: WrittenContent;
}

export type WrittenContent =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "embed"; readonly value: unknown }
  | { readonly kind: "format"; readonly key: string; readonly value: unknown }
  | { readonly kind: "deleted"; readonly length: number }
  /** The value of an attribute. */
  | { readonly kind: "any"; readonly value: string | number | boolean | null | Uint8Array }
  /** Elements and hooks have a name. */
  | { readonly kind: "type"; readonly type: keyof typeof types; readonly name?: string };

/** Deleted ranges of one client: [clock, length]. */
export interface WrittenDeletes {
  readonly client: number;
  readonly ranges: readonly (readonly [number, number])[];
}

export interface WrittenUpdate {
  readonly client: number;
  readonly from?: number;
  readonly items: readonly WrittenItem[];
  readonly deletes?: readonly WrittenDeletes[];
}

/** An update (Yjs, encoding v1) written byte by byte: whatever the format can say, said. */
export function writeUpdate({ client, from = 0, items, deletes = [] }: WrittenUpdate): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, items.length > 0 ? 1 : 0);
  if (items.length > 0) {
    writeVarUint(encoder, items.length);
    writeVarUint(encoder, client);
    writeVarUint(encoder, from);
    for (const item of items) writeItem(encoder, item);
  }
  writeVarUint(encoder, deletes.length);
  for (const { client: of, ranges } of deletes) {
    writeVarUint(encoder, of);
    writeVarUint(encoder, ranges.length);
    for (const [clock, length] of ranges) {
      writeVarUint(encoder, clock);
      writeVarUint(encoder, length);
    }
  }
  return toUint8Array(encoder);
}

/** The number of each shared type in the encoding. */
const types = { array: 0, map: 1, "text-type": 2, element: 3, hook: 5, "xml-text": 6 } as const;

/** The number of each content. */
const contents = { deleted: 1, text: 4, embed: 5, format: 6, type: 7, any: 8 } as const;

function writeItem(encoder: Encoder, item: WrittenItem): void {
  const { origin, rightOrigin, parent, parentSub, content } = item;
  const orphan = !origin && !rightOrigin;
  const info =
    contents[content.kind] | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (parentSub !== undefined ? 32 : 0);
  writeUint8(encoder, info);
  if (origin) writePlace(encoder, origin);
  if (rightOrigin) writePlace(encoder, rightOrigin);
  if (orphan) {
    if (parent === undefined) throw new Error("an item without neighbours needs a parent");
    writeVarUint(encoder, typeof parent === "string" ? 1 : 0);
    if (typeof parent === "string") writeVarString(encoder, parent);
    else writePlace(encoder, parent);
    if (parentSub !== undefined) writeVarString(encoder, parentSub);
  }
  writeContent(encoder, content);
}

function writePlace(encoder: Encoder, { client, clock }: Place): void {
  writeVarUint(encoder, client);
  writeVarUint(encoder, clock);
}

function writeContent(encoder: Encoder, content: WrittenContent): void {
  switch (content.kind) {
    case "text":
      writeVarString(encoder, content.text);
      break;
    case "embed":
      writeVarString(encoder, JSON.stringify(content.value));
      break;
    case "format":
      writeVarString(encoder, content.key);
      writeVarString(encoder, JSON.stringify(content.value));
      break;
    case "deleted":
      writeVarUint(encoder, content.length);
      break;
    case "any":
      writeVarUint(encoder, 1);
      writeAny(encoder, content.value);
      break;
    case "type":
      writeVarUint(encoder, types[content.type]);
      if (content.name !== undefined) writeVarString(encoder, content.name);
      break;
  }
}
