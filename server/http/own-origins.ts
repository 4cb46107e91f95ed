import type { IncomingMessage } from "node:http";
import type { App } from "../context";

/** The origins our own pages may have: the configured address; without one, whatever loopback name the browser used. */
export function ownOrigins(app: App, request: Pick<IncomingMessage, "headers">): readonly string[] {
  if (app.config.baseUrl !== null) return [new URL(app.config.baseUrl).origin];
  const { host } = request.headers;
  return host && /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)
    ? [`http://${host}`]
    : [new URL(app.baseUrl).origin];
}
