import type { Main } from "~/db/connect";
import { streamVersion } from "~/db/repositories/fact";

/** A busy stream moves a few times a second; a read takes some milliseconds. */
const MOST_TRIES = 20;

export interface Versioned<T> {
  readonly version: number;
  readonly state: T;
}

/**
 * Reads rows together with the version of the stream that tells of them. Every change moves the version in its own transaction, so
 * the rows belong to a version that is the same before and after. (A transaction would do too, but would queue behind all writers.)
 */
export async function readVersioned<T>(db: Main, stream: string, read: () => Promise<T>): Promise<Versioned<T>> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const version = await streamVersion(db, stream);
    const state = await read();
    if ((await streamVersion(db, stream)) === version) return { version, state };
  }
  throw new Error(`stream ${stream} did not stand still`);
}
