import { z } from "zod";
import { isEmail } from "~/app/domain/people/email-address";

/** A field that holds an address, which must be there. Refuses `field-required` and `email-invalid`, one of them at a time. */
export const requiredEmail = z
  .string("field-required")
  .trim()
  .min(1, { error: "field-required", abort: true })
  .refine(isEmail, "email-invalid");
