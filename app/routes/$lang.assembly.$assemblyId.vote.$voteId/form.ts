import { z } from "zod";
import { commandId } from "~/realtime/protocol/ids";

/** One of the three things done on this page; choices come as one field a question. */
export const voteForm = z.looseObject({ commandId, intent: z.enum(["open", "close", "cast"]) });

/** The choices by question id, from fields named `choice-<question id>`. */
export function readChoices(fields: Readonly<Record<string, unknown>>): Record<string, "for" | "against" | "blank"> {
  const choices: Record<string, "for" | "against" | "blank"> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith("choice-")) continue;
    if (value === "for" || value === "against" || value === "blank") choices[name.slice("choice-".length)] = value;
  }
  return choices;
}
