import { cleanup, render, screen } from "@testing-library/react";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { closedSet, wordsOf } from "~/app/domain/drafting/closed-set";
import type { RichNode } from "~/app/domain/drafting/rich-text";
import { Reading } from "../reading/reading";
import { RichText } from "./rich-text";

afterEach(cleanup);

const text = (words: string, ...marks: readonly { type: string; attrs?: Record<string, string> }[]): RichNode => ({
  type: "text",
  text: words,
  marks,
});
const block = (type: string, ...content: readonly RichNode[]): RichNode => ({ type, content });

function html(...content: readonly RichNode[]): string {
  const { container } = render(<RichText node={block("doc", ...content)} />);
  const shown = container.firstElementChild?.innerHTML ?? "";
  cleanup();
  return shown;
}

describe("a text of the editor", () => {
  it("is shown as the blocks and marks that it has", () => {
    const list = block("orderedList", block("listItem", block("paragraph", text("un"))));
    expect(html(block("heading", text("Loyers")), list)).toBe("<h4>Loyers</h4><ol><li><p>un</p></li></ol>");
    const bold = text("tous", { type: "bold" }, { type: "italic" });
    expect(html(block("paragraph", text("Loger "), bold, { type: "hardBreak" }))).toBe(
      "<p>Loger <em><strong>tous</strong></em><br></p>",
    );
  });

  it("leads only where a link may lead, and tells the other site nothing", () => {
    const link = (href: string) => html(block("paragraph", text("ici", { type: "link", attrs: { href } })));
    expect(link("https://example.org")).toBe('<p><a href="https://example.org" rel="noreferrer nofollow">ici</a></p>');
    expect(link("javascript:alert(1)")).toBe("<p>ici</p>");
  });

  it("law: shows every word of any closed text, in its order, whatever it is", () => {
    const words = fc.string({ minLength: 1, maxLength: 6 }).filter((some) => !some.includes("\r"));
    const node = fc.letrec<{ node: RichNode }>((tie) => ({
      node: fc.oneof(
        { depthSize: "small" },
        words.map((some) => text(some)),
        fc
          .tuple(
            fc.constantFrom("paragraph", "bulletList", "iframe", "blockquote"),
            fc.array(tie("node"), { maxLength: 3 }),
          )
          .map(([type, content]) => block(type, ...content)),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(node, { maxLength: 3 }), (content) => {
        const closed = closedSet(block("doc", ...content));
        const { container } = render(<RichText node={closed} />);
        expect(container.textContent).toBe(wordsOf(closed));
        cleanup();
      }),
      { seed: 20261129, numRuns: 40 },
    );
  });
});

describe("a reading", () => {
  it("has its headings under those of the page, and its language", () => {
    render(<Reading text={"# Un\n### Trois"} level={3} lang="en" />);
    expect(screen.getAllByRole("heading").map(({ tagName }) => tagName)).toEqual(["H3", "H5"]);
    expect(screen.getByText("Un").closest("[lang]")?.getAttribute("lang")).toBe("en");
  });

  it("opens its links beside the page, and shows HTML as the text it is", () => {
    const { container } = render(<Reading text={"[la carte](https://carte.example) <b>gras</b>"} />);
    const link = screen.getByRole("link", { name: "la carte" });
    expect([link.getAttribute("href"), link.getAttribute("target"), link.getAttribute("rel")]).toEqual([
      "https://carte.example",
      "_blank",
      "noopener noreferrer",
    ]);
    expect(container.querySelector("b")).toBeNull();
    expect(container.textContent).toContain("<b>gras</b>");
  });

  it("keeps the lines of a paragraph, and its lists and quotes", () => {
    const { container } = render(<Reading text={"un\ndeux\n\n- a\n- b\n\n1. c\n\n> dit-elle"} />);
    expect([...container.querySelectorAll("p:first-of-type > span.block")].map((line) => line.textContent)).toEqual(
      expect.arrayContaining(["un", "deux"]),
    );
    expect([...container.querySelectorAll("ul > li, ol > li")].map((item) => item.textContent)).toEqual([
      "a",
      "b",
      "c",
    ]);
    expect(container.querySelector("blockquote")?.textContent).toBe("dit-elle");
  });
});
