import { useActionData, useLocation } from "@remix-run/react";
import { useState } from "react";

/**
 * What the page's last form was answered. It stays until the next form or page: the router forgets it with each reading anew, and a page
 * that listens reads anew at any moment; what was refused beside a field, or proposed, would vanish with what was typed since.
 */
export function useAnswer<T = unknown>(): T | undefined {
  const now = useActionData<T>() as T | undefined;
  const { key } = useLocation();
  const [kept, setKept] = useState({ key, answer: now });
  const answer = now !== undefined || kept.key !== key ? now : kept.answer;
  if (kept.key !== key || kept.answer !== answer) setKept({ key, answer });
  return answer;
}
