import { z } from "zod";

/** Where an item of the text stands in Yjs: whose, and the how-manieth of theirs. */
const itemId = z.object({
  client: z
    .number()
    .int()
    .min(0)
    .max(2 ** 32 - 1),
  clock: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});

const caretColor = /^#[0-9a-f]{6}$/i;

/** What a page says of its caret, for a text with these fields: a position as Yjs writes it, and a colour. Anything else is left out. */
export function caretStates(fields: readonly string[]) {
  const position = z
    .object({
      type: itemId.nullish(),
      tname: z
        .string()
        .refine((name) => fields.includes(name))
        .nullish(),
      item: itemId.nullish(),
      assoc: z.number().int().min(-1).max(0).nullish(),
    })
    // Yjs throws where a position hangs on nothing.
    .refine(({ type, tname, item }) => (type ?? tname ?? item ?? null) !== null);
  return z.object({
    user: z
      .object({ color: z.string().regex(caretColor).optional().catch(undefined) })
      .catch({})
      .default({}),
    cursor: z.object({ anchor: position, head: position }).nullish().catch(null),
  });
}

export type CaretStates = ReturnType<typeof caretStates>;
