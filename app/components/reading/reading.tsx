import { useMemo } from "react";
import { type Block, parseReading } from "~/app/domain/learning/reading";
import { InlineText } from "./inline-text";

export interface ReadingProps {
  /** Markdown, as far as `parseReading` reads it. */
  readonly text: string;
  /** The heading level that the reading's own first level gets on the page. */
  readonly level?: 2 | 3;
  readonly lang?: string;
}

/** A reading, as elements: what is not known as Markdown is text, and no HTML passes. */
export function Reading({ text, level = 2, lang }: ReadingProps) {
  const blocks = useMemo(() => keyed(parseReading(text)), [text]);
  return (
    <div className="reading prose max-w-measure" lang={lang}>
      {blocks.map(({ key, value }) => (
        <BlockOf key={key} block={value} level={level} />
      ))}
    </div>
  );
}

function BlockOf({ block, level }: { readonly block: Block; readonly level: 2 | 3 }) {
  switch (block.kind) {
    case "heading": {
      const Heading = `h${Math.min(6, level + block.level - 1)}` as "h2" | "h3" | "h4" | "h5";
      return (
        <Heading>
          <InlineText pieces={block.children} />
        </Heading>
      );
    }
    case "paragraph":
      return <p>{linesOf(block.lines)}</p>;
    case "quote":
      return (
        <blockquote>
          <p>{linesOf(block.lines)}</p>
        </blockquote>
      );
    case "list": {
      const List = block.ordered ? "ol" : "ul";
      return (
        <List>
          {keyed(block.items).map(({ key, value }) => (
            <li key={key}>
              <InlineText pieces={value} />
            </li>
          ))}
        </List>
      );
    }
  }
}

/** A line break in the text is one on the page. */
function linesOf(lines: Extract<Block, { kind: "paragraph" }>["lines"]) {
  return keyed(lines).map(({ key, value }) => (
    <span key={key} className="block">
      <InlineText pieces={value} />
    </span>
  ));
}

/** Pieces have no names of their own: their place is their key. */
export function keyed<T>(items: readonly T[]): readonly { readonly key: string; readonly value: T }[] {
  return items.map((value, at) => ({ key: String(at), value }));
}
