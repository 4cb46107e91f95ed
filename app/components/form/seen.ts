import { z } from "zod";

/** The hidden field that FilledFrom posts: the mark of what the form was filled from. */
export const seen = z.string("form-invalid").regex(/^[0-9a-f]{64}$/, "form-invalid");
