import { type Extensions, getSchema } from "@tiptap/core";
import type { ContentMatch, NodeType } from "@tiptap/pm/model";
import { describe, expect, test } from "vitest";
import {
  linkAttributes,
  mayHaveAttribute,
  mayMark,
  type TextShape,
  textShapes,
} from "~/app/domain/drafting/text-shape";
import { notesExtensions, richTextExtensions } from "./rich-text-extensions";

const editors: readonly [string, Extensions, TextShape][] = [
  ["notes", notesExtensions(), textShapes.notes],
  ["a recommendation", richTextExtensions(), textShapes.recommendation],
];

/** The names of what may stand in a node anywhere, text apart. */
function childrenOf(type: NodeType): string[] {
  const seen = new Set<ContentMatch>();
  const names = new Set<string>();
  const visit = (match: ContentMatch): void => {
    if (seen.has(match)) return;
    seen.add(match);
    for (let at = 0; at < match.edgeCount; at++) {
      const edge = match.edge(at);
      names.add(edge.type.name);
      visit(edge.next);
    }
  };
  visit(type.contentMatch);
  return [...names].sort();
}

describe.each(editors)("the gate admits what the editor of %s can make", (_, extensions, shape) => {
  const schema = getSchema(extensions);
  const blocks = Object.keys(schema.nodes).filter((name) => name !== "doc" && name !== "text");

  test("the same blocks, in the same places", () => {
    expect(Object.keys(shape.blocks).sort()).toEqual(blocks.sort());
    expect(schema.nodes.doc && childrenOf(schema.nodes.doc)).toEqual([...shape.top].sort());
    for (const name of blocks) {
      const { children = [], holdsText } = shape.blocks[name] ?? {};
      const wanted = [...children, ...(holdsText ? ["text"] : [])].sort();
      expect([name, schema.nodes[name] && childrenOf(schema.nodes[name])]).toEqual([name, wanted]);
    }
  });

  test("the same attributes of blocks", () => {
    for (const name of blocks) {
      const attributes = Object.keys(schema.nodes[name]?.spec.attrs ?? {}).sort();
      expect([name, attributes]).toEqual([name, Object.keys(shape.blocks[name]?.attributes ?? {}).sort()]);
    }
  });

  test("the same marks, each once at a place", () => {
    expect(Object.keys(shape.marks).sort()).toEqual(Object.keys(schema.marks).sort());
    for (const type of Object.values(schema.marks)) {
      expect(type.excludes(type)).toBe(true);
      const made = type.create(type.name === "link" ? { href: "https://ville.example" } : null).attrs;
      expect(mayMark(shape, type.name, made)).toBe(true);
      expect(mayMark(shape, type.name, { ...made, onclick: "x" })).toBe(false);
    }
  });
});

test("a link leads to https, http or mailto, and carries nothing of its own", () => {
  const may = (value: unknown) => mayMark(textShapes.recommendation, "link", value);
  expect(may({ ...linkAttributes, href: "https://ville.example" })).toBe(true);
  expect(may({ href: "mailto:mairie@ville.example" })).toBe(true);
  expect(may(null)).toBe(true);
  for (const href of ["javascript:alert(1)", "data:text/html,x", "/ici", 7, null, `https://${"a".repeat(3000)}`]) {
    expect(may({ href })).toBe(false);
  }
  expect(may({})).toBe(false);
  expect(may({ href: "https://ville.example", class: "btn" })).toBe(false);
  expect(may({ href: "https://ville.example", target: "hall" })).toBe(false);
  expect(mayMark(textShapes.notes, "link", { href: "https://ville.example" })).toBe(false);
});

test("names that every object knows are no blocks, attributes or marks", () => {
  expect(mayMark(textShapes.notes, "constructor", {})).toBe(false);
  expect(mayHaveAttribute(textShapes.notes, "toString", "length")(1)).toBe(false);
  expect(mayHaveAttribute(textShapes.notes, "orderedList", "constructor")(1)).toBe(false);
});
