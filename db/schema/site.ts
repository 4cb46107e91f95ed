import type { AssemblyId, PersonId } from "~/app/domain/kernel/ids";
import { table, text, timestamp } from "../columns";
import { assembly } from "./assembly";

/** The public site of an assembly: open from `openedAt` on, unless it was closed again. */
export const site = table("site", {
  assemblyId: text("assembly_id")
    .$type<AssemblyId>()
    .primaryKey()
    .references(() => assembly.id),
  openedAt: timestamp("opened_at").notNull(),
  openedBy: text("opened_by").$type<PersonId>().notNull(),
  closedAt: timestamp("closed_at"),
});
