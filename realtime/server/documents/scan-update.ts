import { UpdateCursor } from "./update-cursor";

/** What an update says it holds, read without building any of it. */
export interface UpdateOutline {
  /** The clocks it covers for each client. */
  readonly clients: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  /** How many structs it brings: items, and gaps where items were. */
  readonly structs: number;
  /** How many ranges it deletes, and where in its bytes they begin. */
  readonly ranges: number;
  readonly deletesAt: number;
}

/** Yjs draws client numbers below this. */
const MOST_CLIENT = 2 ** 32;

/** A client's clock counts characters and blocks: beyond this nobody has typed. */
const MOST_CLOCK = 2 ** 31;
/** Values inside values: an editor's attributes are flat. */
const DEEPEST_VALUE = 20;

/**
 * Walks an update (Yjs, encoding v1) with every count held against the bytes that are left, so that decoding it afterwards costs
 * no more than its size: a count of 32 million structs in 20 bytes would otherwise be allocated at once. Null when it is not
 * exactly one well-formed update, or holds what our documents never hold (skips, documents in documents). Deleted ranges must be in
 * order and apart, as every Yjs writes them: then deleting costs no more than there are ranges and items, whatever they cover.
 */
export function scanUpdate(bytes: Uint8Array): UpdateOutline | null {
  try {
    const cursor = new UpdateCursor(bytes);
    const { clients, structs } = scanStructs(cursor);
    const deletesAt = cursor.at;
    const ranges = scanDeletes(cursor);
    return cursor.atEnd() ? { clients, structs, ranges, deletesAt } : null;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function scanStructs(cursor: UpdateCursor): Pick<UpdateOutline, "clients" | "structs"> {
  const clients = new Map<number, { from: number; to: number }>();
  let all = 0;
  for (let blocks = cursor.count(); blocks > 0; blocks--) {
    const structs = cursor.count();
    const client = scanClient(cursor);
    const from = cursor.number();
    all += structs;
    if (clients.has(client)) throw new RangeError("a client twice");
    let to = from;
    for (let left = structs; left > 0; left--) to += scanStruct(cursor);
    if (to > MOST_CLOCK) throw new RangeError(`clock ${to}`);
    clients.set(client, { from, to });
  }
  return { clients, structs: all };
}

/** Answers the length of the struct in clock ticks. */
function scanStruct(cursor: UpdateCursor): number {
  const info = cursor.byte();
  const content = info & 31;
  if (content === 0) return run(cursor);
  if (info & 128) scanId(cursor);
  if (info & 64) scanId(cursor);
  if ((info & 192) === 0) {
    if (cursor.number() === 1) cursor.skipText();
    else scanId(cursor);
    if (info & 32) cursor.skipText();
  }
  return scanContent(cursor, content);
}

function scanContent(cursor: UpdateCursor, content: number): number {
  switch (content) {
    case 1:
      return run(cursor);
    case 2:
      return scanMany(cursor, () => cursor.skipText());
    case 3:
      cursor.skipBytes();
      return 1;
    case 4:
      return cursor.textLength();
    case 5:
      cursor.json();
      return 1;
    case 6:
      cursor.skipText();
      cursor.json();
      return 1;
    case 7: {
      const type = cursor.number();
      if (type > 6) throw new RangeError(`type ${type}`);
      if (type === 3 || type === 5) cursor.skipText();
      return 1;
    }
    case 8:
      return scanMany(cursor, () => scanValue(cursor, 0));
    default:
      throw new RangeError(`content ${content}`);
  }
}

function scanMany(cursor: UpdateCursor, scanOne: () => void): number {
  const count = cursor.count();
  for (let left = count; left > 0; left--) scanOne();
  if (count === 0) throw new RangeError("empty content");
  return count;
}

function scanValue(cursor: UpdateCursor, depth: number): void {
  if (depth > DEEPEST_VALUE) throw new RangeError("too deep");
  switch (cursor.byte()) {
    case 127:
    case 126:
    case 121:
    case 120:
      return;
    case 125:
      cursor.skipSigned();
      return;
    case 124:
      cursor.skip(4);
      return;
    case 123:
    case 122:
      cursor.skip(8);
      return;
    case 119:
      cursor.skipText();
      return;
    case 118:
      for (let left = cursor.count(); left > 0; left--) {
        cursor.skipText();
        scanValue(cursor, depth + 1);
      }
      return;
    case 117:
      for (let left = cursor.count(); left > 0; left--) scanValue(cursor, depth + 1);
      return;
    case 116:
      cursor.skipBytes();
      return;
    default:
      throw new RangeError("unknown value");
  }
}

function scanDeletes(cursor: UpdateCursor): number {
  const seen = new Set<number>();
  let all = 0;
  for (let clients = cursor.count(); clients > 0; clients--) {
    const client = scanClient(cursor);
    if (seen.has(client)) throw new RangeError("a client twice");
    seen.add(client);
    let end = 0;
    for (let ranges = cursor.count(); ranges > 0; ranges--) {
      const from = cursor.number();
      if (from < end) throw new RangeError("ranges out of order");
      end = from + run(cursor);
      all += 1;
    }
  }
  return all;
}

function scanClient(cursor: UpdateCursor): number {
  const client = cursor.number();
  if (client >= MOST_CLIENT) throw new RangeError(`client ${client}`);
  return client;
}

function scanId(cursor: UpdateCursor): void {
  cursor.number();
  cursor.number();
}

function run(cursor: UpdateCursor): number {
  const length = cursor.number();
  if (length < 1 || length > MOST_CLOCK) throw new RangeError(`run of ${length}`);
  return length;
}
