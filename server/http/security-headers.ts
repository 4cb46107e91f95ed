import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * The policy of every page: scripts and style elements by nonce only, nothing from third parties, sockets to ourselves (and the video
 * server, when there is one). React Aria and the editor's carets write `style=` attributes, hence style-src-attr.
 */
export function securityHeaders(options: {
  readonly videoUrl: string | null;
  readonly production: boolean;
  readonly secure: boolean;
}): RequestHandler {
  const video = options.videoUrl
    ? [options.videoUrl, options.videoUrl.replace(/^ws/, "http"), options.videoUrl.replace(/^http/, "ws")]
    : [];
  return (request, response, next) => {
    const nonce = `'nonce-${String(response.locals.nonce)}'`;
    const host = request.headers.host ?? "";
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          scriptSrc: ["'self'", nonce],
          styleSrc: options.production ? ["'self'", nonce] : ["'self'", "'unsafe-inline'"],
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", "data:", "blob:"],
          mediaSrc: ["'self'", "blob:"],
          fontSrc: ["'self'"],
          connectSrc: ["'self'", `ws://${host}`, `wss://${host}`, ...video],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // "no-referrer", the default, makes plain form posts say `Origin: null`.
      referrerPolicy: { policy: "same-origin" },
      // A year: what is said for less time browsers forget between two phases of an assembly.
      strictTransportSecurity: options.secure ? { maxAge: 31_536_000 } : false,
      crossOriginEmbedderPolicy: false,
    })(request, response, next);
  };
}
