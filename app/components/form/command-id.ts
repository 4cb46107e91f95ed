import { z } from "zod";

/** The hidden field that CommandForm posts: the id of the command, made by the page. */
export const commandId = z.string().regex(/^[A-Za-z0-9_-]{22,80}$/, "form-invalid");
