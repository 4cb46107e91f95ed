import { z } from "zod";
import type { RevisionContent } from "~/app/domain/drafting/revision-content";
import type { RichMark, RichNode } from "~/app/domain/drafting/rich-text";
import { shapeOf } from "./shape-of";

type Attributes = NonNullable<RichNode["attrs"]>;

const attribute = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** Refused as a whole: the names of attributes come from the text. */
const attrs = z.custom<Attributes>((value) => z.record(z.string(), attribute).safeParse(value).success).optional();

const mark = shapeOf<RichMark>()(z.object({ type: z.string(), attrs }));

const node: z.ZodType<RichNode> = z.object({
  type: z.string(),
  attrs,
  get content() {
    return z.array(node).optional();
  },
  text: z.string().optional(),
  marks: z.array(mark).optional(),
});

export const revisionContent = shapeOf<RevisionContent>()(
  z.object({
    title: z.string(),
    addressee: z.string(),
    cost: z.string(),
    action: node,
    reasons: node,
    tradeOffs: node,
  }),
);
