import { useState } from "react";

/** What it was when its words were last others: a page that is drawn anew makes it anew, and whoever waits for a change sees none. */
export function useUnchanged<Value>(value: Value): Value {
  const words = JSON.stringify(value);
  const [kept, setKept] = useState({ words, value });
  if (kept.words === words) return kept.value;
  setKept({ words, value });
  return value;
}
