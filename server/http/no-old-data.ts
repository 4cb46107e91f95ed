import type { RequestHandler } from "express";

/**
 * Refuses `?_data=`, by which older pages of Remix fetched one loader: ours fetch `….data`, and Remix answers the old way with a fault
 * when no route has the name that was sent.
 */
export const noOldData: RequestHandler = (request, response, next) => {
  if (!("_data" in request.query)) return next();
  response
    .status(400)
    .type("text")
    .send("This address is not one of this site’s. / Cette adresse n’est pas de ce site.");
};
