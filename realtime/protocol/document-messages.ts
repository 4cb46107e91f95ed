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
} as const;

/** A frame, an update and a whole document may be this large (bytes): a long recommendation is about 50 kB. */
export const documentLimits = {
  frameBytes: 1024 * 1024,
  documentBytes: 4 * 1024 * 1024,
  awarenessBytes: 4096,
} as const;
