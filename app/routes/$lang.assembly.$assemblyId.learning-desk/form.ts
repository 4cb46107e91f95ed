import { z } from "zod";
import { seen } from "~/app/components/form/seen";
import { commandId, idOf } from "~/realtime/protocol/ids";

const material = { kind: z.literal("material"), id: idOf<"material">() };
const task = { kind: z.literal("task"), id: idOf<"learning-task">() };
const move = { commandId, intent: z.literal("move"), direction: z.enum(["up", "down"]) };
const remove = { commandId, intent: z.literal("remove"), seen };

export const deskForm = z.discriminatedUnion("intent", [
  z.discriminatedUnion("kind", [z.object({ ...move, ...material }), z.object({ ...move, ...task })]),
  z.discriminatedUnion("kind", [z.object({ ...remove, ...material }), z.object({ ...remove, ...task })]),
]);
