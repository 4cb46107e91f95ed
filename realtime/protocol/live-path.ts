/** Another version is told to reload its page. */
export const protocolVersion = 1;
export const livePath = "/live";
