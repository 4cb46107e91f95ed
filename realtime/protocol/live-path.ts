/** Another version is told to reload its page. */
export const protocolVersion = 2;
export const livePath = "/live";
