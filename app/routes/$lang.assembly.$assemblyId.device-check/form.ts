import { z } from "zod";
import { deviceTroubles } from "~/app/domain/learning/device-check";
import { commandId } from "~/realtime/protocol/ids";

const nothing = z.literal("").transform(() => null);
const yes = z.enum(["yes", "no"], "form-invalid").transform((said) => said === "yes");

export const checkForm = z.object({
  commandId,
  microphoneLevel: z.union([nothing, z.coerce.number("form-invalid").min(0, "form-invalid").max(1, "form-invalid")]),
  camera: yes,
  speaker: yes,
  roundTripMs: z.union([nothing, z.coerce.number("form-invalid").int("form-invalid").min(0).max(600_000)]),
  trouble: z.union([nothing, z.enum(deviceTroubles, "form-invalid")]),
});
