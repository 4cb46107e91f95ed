import { useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useAnswer } from "~/app/hooks/use-answer";
import { sayKey } from "~/app/i18n/say-key";
import { Notice } from "../notice/notice";
import { asDone } from "./answer";

export interface DoneNoticeProps {
  /** The answer of a fetcher; else the page's own action, else `?done=<code>` in the address after a redirect. */
  readonly reply?: unknown;
}

/** Says that something was done, in the words of the area `done`; silent for codes it does not know. */
export function DoneNotice({ reply }: DoneNoticeProps) {
  const pageAnswer = useAnswer();
  const [search] = useSearchParams();
  const { i18n } = useTranslation();
  const done = asDone(reply ?? pageAnswer) ?? inAddress(search.get("done"));
  if (!done) return null;
  const known = ["", "_one", "_other"].some((form) => i18n.exists(`done:${done.done}${form}`));
  if (!known) return null;
  return (
    <Notice tone="done" live>
      {sayKey(i18n, `done:${done.done}`, done.data)}
    </Notice>
  );
}

function inAddress(code: string | null): { done: string; data?: Record<string, string> } | undefined {
  return code !== null && /^[a-z]+(-[a-z]+)*$/.test(code) ? { done: code } : undefined;
}
