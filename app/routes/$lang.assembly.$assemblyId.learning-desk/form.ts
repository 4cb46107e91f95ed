import { z } from "zod";
import { commandId, seen } from "~/app/components/form/command-id";
import { isId } from "~/app/domain/kernel/ids";

const step = { commandId, kind: z.enum(["material", "task"]), id: z.string().refine(isId, "form-invalid") };

export const deskForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("move"), direction: z.enum(["up", "down"]), ...step }),
  z.object({ intent: z.literal("remove"), seen, ...step }),
]);
