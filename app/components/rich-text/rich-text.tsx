import { createElement, Fragment, type ReactNode } from "react";
import { type RichMark, type RichNode, safeHref } from "~/app/domain/drafting/rich-text";

/** A text of the editor as plain elements. What is not in the closed set of blocks is shown by its words only; no HTML passes. */
export function RichText({ node, lang }: { readonly node: RichNode; readonly lang?: string }) {
  return (
    <div className="prose stack-2" lang={lang}>
      <Children of={node} />
    </div>
  );
}

/** Nodes have no identity of their own: their children are given by position, not as a list with keys. */
function Children({ of }: { readonly of: RichNode }) {
  return createElement(Fragment, null, ...(of.content ?? []).map(element));
}

function element(node: RichNode): ReactNode {
  const inside = <Children of={node} />;
  switch (node.type) {
    case "text":
      return (node.marks ?? []).reduce<ReactNode>(marked, node.text ?? "");
    case "hardBreak":
      return <br />;
    case "bulletList":
      return <ul>{inside}</ul>;
    case "orderedList":
      return <ol>{inside}</ol>;
    case "listItem":
      return <li>{inside}</li>;
    case "blockquote":
      return <blockquote>{inside}</blockquote>;
    case "heading":
      return <h4>{inside}</h4>;
    default:
      return <p>{inside}</p>;
  }
}

function marked(text: ReactNode, mark: RichMark): ReactNode {
  if (mark.type === "bold") return <strong>{text}</strong>;
  if (mark.type === "italic") return <em>{text}</em>;
  const href = mark.type === "link" ? safeHref(mark.attrs?.href) : null;
  return href ? (
    <a href={href} rel="noreferrer nofollow">
      {text}
    </a>
  ) : (
    text
  );
}
