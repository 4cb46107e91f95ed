import type { RequestHandler } from "express";

/** A path that, decoded, begins like the address of another host: `/%5C…`, which browsers and `new URL` read as `//…`. */
const leavesHost = /^\/(\\|%5c|\/|%2f)/i;

/**
 * Refuses two kinds of address that no page of ours has and that Remix answers with a fault: `?_data=`, by which its older pages fetched
 * one loader (ours fetch `….data`), and a path that begins with a second slash or a backslash, which is no path any more once it is decoded.
 */
export const noStrangeAddress: RequestHandler = (request, response, next) => {
  // As Remix reads it: Express stops at a thousand parameters.
  const query = new URLSearchParams(request.originalUrl.split("?").slice(1).join("?"));
  if (!query.has("_data") && !leavesHost.test(request.originalUrl)) return next();
  response
    .status(400)
    .type("text")
    .send("This address is not one of this site’s. / Cette adresse n’est pas de ce site.");
};
