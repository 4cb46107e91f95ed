import { useEffect, useState } from "react";
import type { Awareness } from "y-protocols/awareness";

/** The names of the others who have the text open to write, each once, in their order of coming. */
export function useWriters(awareness: Awareness | null): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!awareness) return;
    const read = (): void => {
      const others = [...awareness.getStates()].filter(([client]) => client !== awareness.clientID);
      const found = new Set(others.flatMap(([, state]) => nameOf(state) ?? []));
      setNames((before) => (before.join("\n") === [...found].join("\n") ? before : [...found]));
    };
    read();
    awareness.on("change", read);
    return () => awareness.off("change", read);
  }, [awareness]);
  return names;
}

function nameOf({ user }: Record<string, unknown>): string | null {
  if (typeof user !== "object" || user === null || !("name" in user)) return null;
  return typeof user.name === "string" && user.name !== "" ? user.name : null;
}
