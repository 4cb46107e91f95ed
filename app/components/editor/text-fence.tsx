import { Component, type ReactNode, useEffect, useState } from "react";
import type { Doc } from "yjs";
import { useT } from "~/app/i18n/use-t";
import { plainWords } from "~/realtime/browser/documents/plain-words";
import { Notice } from "../notice/notice";

export interface TextFenceProps {
  readonly doc: Doc;
  readonly field: string;
  readonly lang?: string;
  /** The editor. */
  readonly children: ReactNode;
}

/**
 * Stands around an editor: when its text cannot be shown, the words are, and the page around it goes on. (Only a component with a class
 * can catch what its children throw.)
 */
export class TextFence extends Component<TextFenceProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    const { children, ...shown } = this.props;
    return this.state.isBroken ? <PlainText {...shown} /> : children;
  }
}

function PlainText({ doc, field, lang }: Omit<TextFenceProps, "children">) {
  const t = useT("errors");
  const lines = useWords(doc, field);
  return (
    <div className="stack-2">
      <Notice tone="warn" title={t("text.title")} live>
        {t("text.text")}
      </Notice>
      {lines.length === 0 ? (
        <p className="text-soft">{t("text.empty")}</p>
      ) : (
        <div className="prose" lang={lang}>
          {lines.map(({ key, words }) => (
            <p key={key}>{words}</p>
          ))}
        </div>
      )}
    </div>
  );
}

/** Others may go on writing: what they write is shown. Lines have no names of their own: their place is their key. */
function useWords(doc: Doc, field: string) {
  const [lines, setLines] = useState(() => linesOf(doc, field));
  useEffect(() => {
    const read = (): void => setLines(linesOf(doc, field));
    read();
    doc.on("update", read);
    return () => doc.off("update", read);
  }, [doc, field]);
  return lines;
}

const linesOf = (doc: Doc, field: string) =>
  plainWords(doc.getXmlFragment(field)).map((words, at) => ({ key: String(at), words }));
