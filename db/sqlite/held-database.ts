import Database from "better-sqlite3";

/**
 * Every native object that better-sqlite3 has made here: databases, statements, backups. From Node 24 on, an object of a native addon that
 * the garbage collector takes asks for its environment, has none at that moment, and ends the process (`RemoveEnvironmentCleanupHook`, "env
 * != nullptr"); at the end of a process they may all be there. So none is ever garbage. What is heavy about a statement goes when its
 * connection is closed; what stays is some hundred bytes.
 */
const held = new Set<object>();

type Native = Record<string, (...given: unknown[]) => unknown>;

const isNative = (value: unknown): value is Native =>
  typeof value === "object" && value !== null && "prepare" in value && "backup" in value;

/** Pragmas and transactions prepare statements that nobody sees: what is held is held where they are made. */
function holdWhatIsMade(): void {
  const database = new Database(":memory:");
  const native = Object.getOwnPropertySymbols(database)
    .map((key): unknown => Reflect.get(database, key))
    .find(isNative);
  if (!native) throw new Error("better-sqlite3 keeps its native object elsewhere than in the version that is pinned.");
  const made: Native = Object.getPrototypeOf(native);
  for (const name of ["prepare", "backup", "exec", "close"]) {
    const make = made[name];
    if (!make) throw new Error(`better-sqlite3 has no native "${name}" in this version.`);
    made[name] = function (this: Native, ...given) {
      held.add(this);
      const result = make.apply(this, given);
      if (typeof result === "object" && result !== null) held.add(result);
      return result;
    };
  }
  database.close();
}

holdWhatIsMade();

/** better-sqlite3, nothing of which is ever garbage: the only way in which databases are opened here. */
export const HeldDatabase = Database;
