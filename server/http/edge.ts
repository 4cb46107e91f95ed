import type { IncomingMessage } from "node:http";
import type { RequestHandler, Response } from "express";
import type { App } from "../context";
import { askedHost, hostWasLost } from "./asked-host";
import { isFromThisMachine } from "./from-this-machine";
import { isOwnOrigin } from "./origin";
import { ownOrigins } from "./own-origins";

/** What is read and thrown away of a body that was refused, so that a browser sees the answer; who sends more is cut off. */
const MOST_DISCARDED_BYTES = 128 * 1024 * 1024;

/**
 * Our longest paths have nine segments and some hundred signs, with forty chosen people behind them some thousand more: a longer address
 * is looked up for nothing, and what it says is written into the page again and again.
 */
function isTooLong(address: string): boolean {
  const path = address.split("?", 1)[0] ?? "";
  return address.length > 4_096 || path.length > 1_024 || path.split("/").length > 20;
}

/** A form of a browser; a multipart one names its boundary. */
const formType = /^(application\/x-www-form-urlencoded\b|multipart\/form-data\s*;.*\bboundary=)/i;

function answer(response: Response, status: number, sentence: string): void {
  response.status(status).type("text").send(sentence);
}

/** Without a mail server everybody's codes lie in the outbox: this machine alone is served, whatever the headers say (pages and sockets). */
export function mayServe(app: App, request: IncomingMessage): boolean {
  return app.config.smtpUrl !== null || isFromThisMachine(request);
}

/**
 * Lets in what asks for an address that is one (a host, a path, and no NUL in it, which no database takes), and where this machine alone
 * is served, comes from it. From here on the host is spelled as in a URL, and what an untrusted client says of proxies is gone.
 */
export function frontDoor(app: App): RequestHandler {
  const known = { trustProxy: app.config.trustProxy, baseUrl: app.baseUrl };
  return (request, response, next) => {
    const host = askedHost(request, known);
    const path = request.originalUrl;
    if (host === null || !path.startsWith("/") || /%00/.test(path)) {
      return answer(response, 400, "This address is malformed. / Cette adresse est mal formée.");
    }
    if (isTooLong(path)) {
      return answer(response, 414, "This address is too long. / Cette adresse est trop longue.");
    }
    if (!mayServe(app, request)) return answer(response, 403, ownMachine);
    request.headers.host = host;
    delete request.headers["x-forwarded-host"];
    next();
  };
}

const ownMachine =
  "Without SMTP_URL, Hemicycle serves the machine it runs on, by localhost and without a proxy. / Sans SMTP_URL, Hemicycle ne sert que la machine où il tourne, par localhost et sans mandataire.";

/** Pages are read by anybody; forms come from our own pages, under our own name. */
export function ownFormsOnly(app: App): RequestHandler {
  return (request, response, next) => {
    const { method, headers } = request;
    if (method === "GET" || method === "HEAD") return next();
    if (!isOwnOrigin(request, ownOrigins(app, request))) {
      return answer(response, 403, "This form did not come from this site. / Ce formulaire ne vient pas de ce site.");
    }
    const host = headers.host ?? "";
    if (hostWasLost(app, host)) {
      app.log.warn({ host, wanted: new URL(app.baseUrl).host }, "a proxy does not pass the Host that BASE_URL names");
      return answer(
        response,
        421,
        `The proxy in front of this site must pass the Host it was asked for (${new URL(app.baseUrl).host}); it passed another. Nothing was saved. / Le mandataire placé devant ce site doit transmettre l’en-tête Host demandé (${new URL(app.baseUrl).host}) ; il en a transmis un autre. Rien n’a été enregistré.`,
      );
    }
    if (method === "POST" && formType.test(headers["content-type"] ?? "")) return next();
    response.set("Allow", "GET, HEAD, POST");
    answer(
      response,
      method === "POST" ? 415 : 405,
      "Only forms can be sent here. / Ici, on n’envoie que des formulaires.",
    );
  };
}

/** Reads on after an answer that came before the end of the body, without keeping it: a browser sends first and reads later. */
export const discardRest: RequestHandler = (request, response, next) => {
  response.once("finish", () => {
    if (request.readableEnded || request.method === "GET" || request.method === "HEAD") return;
    let discarded = 0;
    request.removeAllListeners("data");
    request.on("data", (chunk: Buffer) => {
      discarded += chunk.length;
      if (discarded > MOST_DISCARDED_BYTES) request.destroy();
    });
    request.resume();
  });
  next();
};
