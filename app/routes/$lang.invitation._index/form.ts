import { z } from "zod";

export const codeForm = z.object({ code: z.string().trim().min(1, "field-required").max(60, "too-long") });
