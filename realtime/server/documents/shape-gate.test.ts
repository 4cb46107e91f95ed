import { describe, expect, test } from "vitest";
import { Doc, encodeStateAsUpdate } from "yjs";
import { linkAttributes, textShapes } from "~/app/domain/drafting/text-shape";
import { workLimits } from "../../protocol/document-messages";
import { paragraph } from "../../testing/dear-updates";
import { type WrittenContent, type WrittenItem, writeUpdate } from "../../testing/written-update";
import { type GateVerdict, gateBefore } from "./update-gate";

const client = 4242;
const at = (clock: number) => ({ client, clock });
const element = (name: string): WrittenContent => ({ kind: "type", type: "element", name });
const text: WrittenContent = { kind: "text", text: "perdu" };
const top = (content: WrittenContent, parent = "notes"): WrittenItem[] => [{ parent, content }];
const inText = (content: WrittenContent, field = "notes"): WrittenItem[] => [
  ...paragraph(client, field),
  { parent: at(1), content },
];
const attribute = (name: string, parentSub: string, value: string | number | null | Uint8Array): WrittenItem[] => [
  ...top(element(name)),
  { parent: at(0), parentSub, content: { kind: "any", value } },
];
const link = (value: unknown): WrittenItem[] => inText({ kind: "format", key: "link", value }, "action");

function check(items: readonly WrittenItem[], kind: "notes" | "recommendation"): GateVerdict {
  const gate = gateBefore(encodeStateAsUpdate(new Doc()), textShapes[kind]);
  return gate.check(writeUpdate({ client, items }), { mayWriteAs: () => true, stepsLeft: workLimits.personSteps });
}

const refused: readonly [string, readonly WrittenItem[], ("notes" | "recommendation")?][] = [
  ["a loose text at the top", top({ kind: "type", type: "xml-text" })],
  ["a hook at the top", top({ kind: "type", type: "hook", name: "paragraph" })],
  ["letters at the top", top(text)],
  ["a list of values at the top", top({ kind: "type", type: "array" })],
  ["a map at the top", top({ kind: "type", type: "map" })],
  ["a text that is none of XML", top({ kind: "type", type: "text-type" })],
  ["an embedded thing in a text", inText({ kind: "embed", value: { image: "x" } })],
  ["an element in a text", inText(element("hardBreak"))],
  ["another field", top(element("paragraph"), "action")],
  ["a field that every object has", top(element("paragraph"), "constructor")],
  ["a block of no editor", top(element("script"))],
  ["a block of another editor", top(element("heading"))],
  ["a block in the wrong place", top(element("listItem"))],
  ["text in a list", [...top(element("bulletList")), { parent: at(0), content: { kind: "type", type: "xml-text" } }]],
  ["an attribute of the whole text", [{ parent: "notes", parentSub: "x", content: text }]],
  ["an attribute of a text", [...paragraph(client), { parent: at(1), parentSub: "x", content: text }]],
  ["an attribute that a block has not", attribute("paragraph", "onclick", "alert(1)")],
  ["an attribute of the wrong kind", attribute("orderedList", "start", "1")],
  ["bytes as an attribute", attribute("orderedList", "type", new Uint8Array(3))],
  ["a mark of no editor", inText({ kind: "format", key: "onclick", value: {} })],
  ["a mark with something of its own", inText({ kind: "format", key: "bold", value: { style: "x" } })],
  ["a mark under a name for overlapping ones", inText({ kind: "format", key: "bold--abcdefgh", value: {} })],
  ["a link in notes", inText({ kind: "format", key: "link", value: { href: "https://ville.example" } })],
  ["a link that runs", link({ href: "javascript:alert(1)" }), "recommendation"],
  ["a link with a class of its own", link({ href: "https://ville.example", class: "btn" }), "recommendation"],
];

describe("what the document cannot hold (D15)", () => {
  test.each(refused)("%s is refused", (_, items, kind = "notes") => {
    expect(check(items, kind)).toEqual({ kind: "refused", reason: "malformed" });
  });

  test("what its editor makes is taken", () => {
    expect(check(inText(text), "notes").kind).toBe("changes");
    expect(check(inText({ kind: "format", key: "bold", value: {} }), "notes").kind).toBe("changes");
    expect(check(attribute("orderedList", "start", 3), "notes").kind).toBe("changes");
    expect(check(link({ href: "https://ville.example", ...linkAttributes }), "recommendation").kind).toBe("changes");
    expect(check(top(element("heading"), "reasons"), "recommendation").kind).toBe("changes");
  });

  test("neighbours of two different texts are refused", () => {
    const items: WrittenItem[] = [
      ...inText(text),
      { origin: at(0), content: element("paragraph") },
      { parent: at(7), content: { kind: "type", type: "xml-text" } },
      { parent: at(8), content: text },
      { origin: at(2), rightOrigin: at(9), content: text },
    ];
    expect(check(items.slice(0, -1), "notes").kind).toBe("changes");
    expect(check(items, "notes")).toEqual({ kind: "refused", reason: "malformed" });
  });
});
