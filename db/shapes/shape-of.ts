import type { z } from "zod";

/** A type with every field there and none to be changed: what two of them differ in is then a difference in what they hold. */
type Full<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : { readonly [Key in keyof Value]-?: Full<Value[Key]> };

type Same<A, B> = [A, B] extends [B, A] ? unknown : never;

/**
 * Says of which type of the domain a schema is. It lets through that type and no other, and drops none of its fields: a field or a case
 * that only one of the two knows does not compile.
 */
export const shapeOf =
  <Value>() =>
  <Schema extends z.ZodType<Value>>(schema: Schema & Same<Full<Value>, Full<z.output<Schema>>>): z.ZodType<Value> =>
    schema;
