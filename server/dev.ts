import { createServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { createServer as createVite } from "vite";
import type { serve as Serve } from "./serve";

// Vite loads the server itself too, so that routes and server share one graph of modules, as in production.
process.env.NODE_ENV = "development";
const server = createServer();
const vite = await createVite({ configFile: "remix.config.js", server: { middlewareMode: true, hmr: { server } } });
const { serve } = (await vite.ssrLoadModule("/server/serve.ts")) as { serve: typeof Serve };
await serve({
  build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
  dev: { server, middleware: vite.middlewares },
  arguments: process.argv.slice(2),
});
