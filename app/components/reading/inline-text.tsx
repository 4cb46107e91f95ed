import type { Inline } from "~/app/domain/learning/reading";

/** The words of a line. Links leave this site, so that they open beside it and tell the other site nothing. */
export function InlineText({ pieces }: { readonly pieces: readonly Inline[] }) {
  return (
    <>
      {pieces.map((piece, at) => {
        const key = `${at}-${piece.kind}`;
        switch (piece.kind) {
          case "text":
            return <span key={key}>{piece.text}</span>;
          case "strong":
            return (
              <strong key={key}>
                <InlineText pieces={piece.children} />
              </strong>
            );
          case "emphasis":
            return (
              <em key={key}>
                <InlineText pieces={piece.children} />
              </em>
            );
          case "link":
            return (
              <a key={key} href={piece.href} target="_blank" rel="noopener noreferrer">
                <InlineText pieces={piece.children} />
              </a>
            );
        }
        return piece satisfies never;
      })}
    </>
  );
}
