/** A fact of a stream as it arrives. */
export interface VersionedFact {
  readonly version: number;
  readonly type: string;
  readonly payload: unknown;
}

/** A stream as a page follows it: its state, the version of the last fact in it, and facts that came before their turn. */
export interface Followed<State> {
  readonly version: number;
  readonly state: State;
  readonly early: readonly VersionedFact[];
}

/** Answers the next state, or null for a fact that this page does not know. */
export type Reduce<State> = (state: State, fact: VersionedFact) => State | null;

/** `gap`: facts are missing (or one is unknown); if they do not come soon, fetch the snapshot. */
export interface Heard<State> {
  readonly followed: Followed<State>;
  readonly gap: boolean;
}

/** Takes in a fact: the next one is applied with all that waited for it, an old one changes nothing, a later one waits. */
export function hearFact<State>(followed: Followed<State>, fact: VersionedFact, reduce: Reduce<State>): Heard<State> {
  if (fact.version <= followed.version) return { followed, gap: followed.early.length > 0 };
  const known = followed.early.some(({ version }) => version === fact.version);
  return catchUp(known ? followed : { ...followed, early: [...followed.early, fact] }, reduce);
}

/** Takes in a snapshot, unless it is older than what is known; facts that came after it are applied. */
export function takeSnapshot<State>(
  followed: Followed<State> | undefined,
  snapshot: { readonly version: number; readonly state: State },
  reduce: Reduce<State>,
): Heard<State> {
  if (followed && followed.version > snapshot.version) return { followed, gap: followed.early.length > 0 };
  return catchUp({ ...snapshot, early: followed?.early ?? [] }, reduce);
}

function catchUp<State>({ version, state, early }: Followed<State>, reduce: Reduce<State>): Heard<State> {
  const waiting = early.filter((fact) => fact.version > version).sort((a, b) => a.version - b.version);
  let reached = { version, state };
  while (waiting[0]?.version === reached.version + 1) {
    const next = reduce(reached.state, waiting[0]);
    if (next === null) break;
    reached = { version: reached.version + 1, state: next };
    waiting.shift();
  }
  return { followed: { ...reached, early: waiting }, gap: waiting.length > 0 };
}
