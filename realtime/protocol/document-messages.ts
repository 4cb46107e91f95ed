/** Message types of `/documents/<id>`: 0, 1 and 3 are y-protocols' own (sync, awareness, awareness query). */
export const documentMessage = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  /**
   * Client: `[101, token]` after its updates. Server: the same, once every earlier update of this connection is committed.
   * (Deletions do not move a state vector, so "saved" cannot be read off it.)
   */
  barrier: 101,
  /** Server: `[102, mayWrite 0|1, refusal code]`, at the start and whenever it changes. */
  rights: 102,
  /**
   * Server: `[103, proof]`, right after each text that it sends: that it was told, and, sealed, whose clients wrote it. A page keeps it, and
   * reads nothing in it.
   */
  witness: 103,
  /** Client: `[104, count, (update, proof)…]`: what it was told before, and the server has lost since. */
  reminder: 104,
  /**
   * Server: `[105, count, (number, who, when, lines, words, back when or 0, back by)…]`: the larger parts that were taken out of a table's notes,
   * oldest first, whenever that changes.
   */
  takenOut: 105,
} as const;

/** A frame, an update and a whole document may be this large (bytes): a long recommendation is about 50 kB. */
export const documentLimits = {
  frameBytes: 1024 * 1024,
  documentBytes: 4 * 1024 * 1024,
  awarenessBytes: 4096,
  stateVectorBytes: 64 * 1024,
  /** Texts that one frame tells again: each proof is looked at. */
  toldTexts: 256,
  /** Of what was taken out, as many letters are shown at the table. */
  takenOutLetters: 600,
} as const;

/**
 * How much work a document may be. An item is a run of text, a block, or the beginning or end of a mark; a step is one item walked over
 * to find another's place among those written there at the same time (about 0.1 µs). People at work stay far below: a recommendation of
 * months has some thousands of items, and somebody back from an hour without network costs some thousands of steps.
 */
export const workLimits = {
  /** Of one update. */
  updateStructs: 5_000,
  updateSteps: 50_000,
  /** Of one person in one document, over its whole life: what each opening costs again. */
  personSteps: 500_000,
  /** Steps that every update counts for, however little it says: its row is read at each opening. */
  updateItself: 1,
  /** Of one text or one list of blocks: the most that a single step can ever walk over. */
  listItems: 10_000,
  documentItems: 40_000,
  documentClients: 4_096,
  /** An update within these two is integrated at once; a larger one is tried in a worker before. */
  smallStructs: 300,
  smallRanges: 2_000,
} as const;
