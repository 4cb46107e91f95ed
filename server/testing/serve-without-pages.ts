// The server as people start it, in a process of its own, without the built pages: for tests of how it starts and ends.
import type { ServerBuild } from "@remix-run/node";
import { serve } from "../serve";

const build = { entry: { module: {} }, routes: {}, assets: { routes: {} }, future: {} } as unknown as ServerBuild;
await serve({ build, arguments: process.argv.slice(2) });

/** A fault that no code catches, when the test asks for it. */
process.on("message", (message) => {
  if (message === "reject") void Promise.reject(new Error("nobody waited"));
  if (message === "throw") throw new Error("nothing caught this");
});
process.channel?.unref();
