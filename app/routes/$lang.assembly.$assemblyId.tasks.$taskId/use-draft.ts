import { useCallback, useEffect, useState } from "react";

function read(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string | null): void {
  try {
    if (text === null) window.localStorage.removeItem(key);
    else window.localStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing: the text is still on the page.
  }
}

export interface Draft {
  readonly text: string;
  /** Not what the server has. */
  readonly unsaved: boolean;
  /** It was found on this device when the page came. */
  readonly found: boolean;
  change(text: string): void;
  forget(): void;
}

/** A text that this device keeps from the first letter until the server has acknowledged it. `saved` is what the server has. */
export function useDraft(key: string, saved: string): Draft {
  const [text, setText] = useState(saved);
  const [found, setFound] = useState(false);
  useEffect(() => {
    const kept = read(key);
    if (kept === saved) write(key, null);
    if (kept === null || kept === saved) {
      setText(saved);
      setFound(false);
    } else {
      setText(kept);
      setFound(true);
    }
  }, [key, saved]);
  const change = useCallback(
    (next: string) => {
      setText(next);
      write(key, next === saved ? null : next);
    },
    [key, saved],
  );
  const forget = useCallback(() => {
    setText(saved);
    setFound(false);
    write(key, null);
  }, [key, saved]);
  return { text, unsaved: text.trim() !== saved.trim(), found, change, forget };
}
