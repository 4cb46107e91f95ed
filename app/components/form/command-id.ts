import { z } from "zod";

/** The hidden field that CommandForm posts: the id of the command, made by the page. */
export const commandId = z.string("form-invalid").regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid");

/** The hidden field that FilledFrom posts: the mark of what the form was filled from. */
export const seen = z.string("form-invalid").regex(/^[0-9a-f]{64}$/, "form-invalid");
