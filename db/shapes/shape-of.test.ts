import { expect, test } from "vitest";
import { z } from "zod";
import { shapeOf } from "./shape-of";

interface Place {
  readonly name: string;
  readonly kind: "room" | "online";
  readonly floor?: number;
}

const name = z.string();
const kind = z.enum(["room", "online"]);
const floor = z.number().exactOptional();

test("a schema is the type it is said to be of, or it does not compile", () => {
  const place = shapeOf<Place>()(z.object({ name, kind, floor }));
  // @ts-expect-error a field that may be left out is dropped
  shapeOf<Place>()(z.object({ name, kind }));
  // @ts-expect-error a field is missing
  shapeOf<Place>()(z.object({ kind, floor }));
  // @ts-expect-error the type knows nothing of the field
  shapeOf<Place>()(z.object({ name, kind, floor, colour: z.string() }));
  // @ts-expect-error a case is refused that is written
  shapeOf<Place>()(z.object({ name, kind: z.literal("room"), floor }));
  // @ts-expect-error a case is let through that nobody knows
  shapeOf<Place>()(z.object({ name, kind: z.enum(["room", "online", "both"]), floor }));
  expect(place.parse({ name: "a", kind: "room" })).toEqual({ name: "a", kind: "room" });
});
