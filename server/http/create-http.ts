import { randomBytes, randomUUID } from "node:crypto";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from "express";
import { pinoHttp } from "pino-http";
import { networkOf } from "~/app/domain/people/network";
import { who } from "../auth/who";
import type { App } from "../context";
import { loggedPath } from "../log/log";
import { discardRest, frontDoor, ownFormsOnly } from "./edge";
import { formsFirst } from "./forms-first";
import { noStrangeAddress } from "./no-strange-address";
import { securityHeaders } from "./security-headers";
import { sourceOf } from "./source-of";

export type DevMiddleware = RequestHandler;

export interface HttpOptions {
  readonly app: App;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly dev?: DevMiddleware;
}

const YEAR_MS = 365 * 86_400_000;

/** The pages: health, static files, then Remix, each request with its own context. */
export function createHttp({ app, build, dev }: HttpOptions): Express {
  const http = express();
  const secure = app.baseUrl.startsWith("https:");
  http.disable("x-powered-by");
  http.set("trust proxy", app.config.trustProxy);
  http.use(identify, requestLog(app));
  http.get("/healthz", (_, response) => void response.type("text").send("ok"));
  http.get("/readyz", readiness(app));
  http.use(frontDoor(app));
  http.use(securityHeaders({ videoUrl: app.video.url, production: app.config.production, secure }));
  http.use(compression());
  if (dev) http.use(dev);
  else {
    http.use("/assets", express.static(path.resolve("build/client/assets"), { immutable: true, maxAge: YEAR_MS }));
    http.use(express.static(path.resolve("build/client"), { maxAge: 3_600_000, index: false }));
  }
  http.use(discardRest, ownFormsOnly(app), noStrangeAddress);
  http.use(pages(app, build));
  http.use(lastResort(app));
  return http;
}

const identify: RequestHandler = (_request, response, next) => {
  response.locals.requestId = randomUUID();
  response.locals.nonce = randomBytes(16).toString("base64");
  response.setHeader("X-Request-Id", response.locals.requestId);
  // Here, and not with what only pages have: what is turned away at the door says it too.
  response.setHeader("X-Content-Type-Options", "nosniff");
  next();
};

function requestLog(app: App): RequestHandler {
  return pinoHttp({
    logger: app.log,
    genReqId: (_request, response) => String(response.getHeader("X-Request-Id")),
    autoLogging: { ignore: ({ url = "" }) => url.startsWith("/assets/") || url === "/healthz" || url === "/readyz" },
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: loggedPath(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  });
}

function readiness(app: App): RequestHandler {
  return (_request, response) => {
    app.stores.ping().then(
      () => response.type("text").send("ready"),
      (error: unknown) => {
        app.log.error({ err: error }, "not ready");
        response.status(503).type("text").send("not ready");
      },
    );
  };
}

/** What says the same to everybody; every other page may name somebody, or hold a code. */
const publicPage = /^\/((fr|en)(\/site\/.*)?)?$/;

function pages(app: App, build: HttpOptions["build"]): RequestHandler {
  const handle = createRequestHandler({
    build: typeof build === "function" ? async () => formsFirst(await build()) : formsFirst(build),
    mode: app.config.production ? "production" : "development",
    getLoadContext: (_request, response): AppLoadContext => response.locals.context,
  });
  return async (request, response, next) => {
    try {
      const { actor, signedIn, cookies } = await who(app, request.headers.cookie);
      const requestId = String(response.locals.requestId);
      const context: AppLoadContext = {
        app,
        actor,
        signedIn,
        network: networkOf(request.ip),
        source: sourceOf(request.ip),
        requestId,
        nonce: String(response.locals.nonce),
        log: app.log.child({ requestId }),
        setCookie: (cookie) => void response.append("Set-Cookie", cookie),
      };
      for (const cookie of cookies) context.setCookie(cookie);
      const isForAll = signedIn === null && publicPage.test(request.path);
      response.setHeader("Cache-Control", isForAll ? "no-cache" : "no-store");
      response.locals.context = context;
      await handle(request, response, next);
    } catch (error) {
      next(error);
    }
  };
}

/** What nothing else caught: one plain sentence in both languages, the number to quote, and never a stack trace. */
function lastResort(app: App): ErrorRequestHandler {
  // biome-ignore lint/complexity/useMaxParams: Express knows an error handler by its four parameters.
  return (error: unknown, _request, response, next) => {
    app.log.error({ err: error, requestId: response.locals.requestId }, "request failed");
    if (response.headersSent) return next(error);
    const busy =
      "Nothing you typed was changed. Please try again in a moment. / Rien n’a été modifié. Réessayez dans un instant.";
    response
      .status(503)
      .type("text")
      .send(`${busy} (${String(response.locals.requestId)})`);
  };
}
