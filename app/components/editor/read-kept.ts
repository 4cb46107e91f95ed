import { z } from "zod";
import type { FieldEdits } from "~/app/domain/drafting/row-fields";
import type { Drawer } from "~/app/hooks/document/drawer";

const edit = z.object({ from: z.string(), to: z.string() }).exactOptional();
const edits = z.object({ title: edit, addressee: edit, cost: edit });

/** The edits that an earlier page left in this tab; none when there is nothing, or nothing that can be read. */
export function readKept(drawer: Drawer | null | undefined): FieldEdits {
  try {
    const read = edits.safeParse(JSON.parse(drawer?.read("fields") ?? "{}"));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
