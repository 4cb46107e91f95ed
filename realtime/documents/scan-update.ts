import { UpdateCursor } from "./update-cursor";

/** What an update says it holds, read without building any of it: the clocks it covers for each client. */
export interface UpdateOutline {
  readonly clients: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
}

/** One run of text or of deleted text: longer is nobody's typing. */
const LONGEST_RUN = 16 * 1024 * 1024;
/** Values inside values: an editor's attributes are flat. */
const DEEPEST_VALUE = 20;

/**
 * Walks an update (Yjs, encoding v1) with every count held against the bytes that are left, so that decoding it afterwards costs
 * no more than its size: a count of 32 million structs in 20 bytes would otherwise be allocated at once. Null when it is not
 * exactly one well-formed update, or holds what our documents never hold (skips, documents in documents).
 */
export function scanUpdate(bytes: Uint8Array): UpdateOutline | null {
  try {
    const cursor = new UpdateCursor(bytes);
    const clients = scanStructs(cursor);
    scanDeletes(cursor);
    return cursor.atEnd() ? { clients } : null;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function scanStructs(cursor: UpdateCursor): Map<number, { from: number; to: number }> {
  const clients = new Map<number, { from: number; to: number }>();
  for (let blocks = cursor.count(); blocks > 0; blocks--) {
    const structs = cursor.count();
    const client = cursor.number();
    const from = cursor.number();
    if (clients.has(client)) throw new RangeError("a client twice");
    let to = from;
    for (let left = structs; left > 0; left--) to += scanStruct(cursor);
    clients.set(client, { from, to });
  }
  return clients;
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

function scanDeletes(cursor: UpdateCursor): void {
  for (let clients = cursor.count(); clients > 0; clients--) {
    cursor.number();
    for (let ranges = cursor.count(); ranges > 0; ranges--) {
      cursor.number();
      run(cursor);
    }
  }
}

function scanId(cursor: UpdateCursor): void {
  cursor.number();
  cursor.number();
}

function run(cursor: UpdateCursor): number {
  const length = cursor.number();
  if (length < 1 || length > LONGEST_RUN) throw new RangeError(`run of ${length}`);
  return length;
}
