import type { Id } from "~/app/domain/kernel/ids";
import { boxTable, text, timestamp } from "../columns";

/** The same mark as in the main store. The box of anonymous ballots stands apart from the first day, so that nothing can be joined. */
export const boxInstallation = boxTable("installation", {
  id: text("id").$type<Id<"installation">>().primaryKey(),
  createdAt: timestamp("created_at").notNull(),
});
