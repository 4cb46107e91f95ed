import path from "node:path";
import type { ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import * as entry from "~/app/entry.server";
import * as root from "~/app/root";

type Routes = ServerBuild["routes"];
type RouteModule = Routes[string]["module"];

/** One page or resource of the application, as Remix's manifest has it. */
export interface AppRoute {
  /** As Remix calls it: `routes/$lang.home`. */
  readonly id: string;
  /** Its address with named parts: `/:lang/assembly/:assemblyId/desk`. */
  readonly pattern: string;
  readonly hasAction: boolean;
}

const modules = import.meta.glob<RouteModule>("/app/routes/*/route.tsx", { eager: true });

/** The routes that Remix itself finds: what is built, and nothing else. */
async function routeConfig(): Promise<readonly RouteConfigEntry[]> {
  // What Remix's plugin says before it reads `app/routes.ts`.
  Object.assign(globalThis, { __remixAppDirectory: path.resolve("app") });
  const { default: found } = await import("~/app/routes");
  return found;
}

function manifestOf(entries: readonly RouteConfigEntry[], parentId: string): Routes {
  const routes: Routes = {};
  for (const { id = "", file, path: segment, index, children = [] } of entries) {
    const module = modules[`/app/${file}`];
    if (!module) throw new Error(`${file} has no module`);
    routes[id] = { id, parentId, module, ...(segment !== undefined && { path: segment }), ...(index && { index }) };
    Object.assign(routes, manifestOf(children, id));
  }
  return routes;
}

/**
 * Remix's build from the sources themselves, as its plugin makes it, but for the browser's half: pages name no scripts that exist.
 * Routes and server are one graph of modules, as in production.
 */
export async function remixBuild(): Promise<ServerBuild> {
  const routes: Routes = { root: { id: "root", path: "", module: root }, ...manifestOf(await routeConfig(), "root") };
  const script = "/assets/none.js";
  return {
    mode: "production",
    entry: { module: entry },
    routes,
    publicPath: "/",
    assetsBuildDirectory: "build/client",
    isSpaMode: false,
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: false,
      v3_singleFetch: true,
    },
    assets: {
      version: "fuzz",
      url: "/assets/manifest.js",
      entry: { module: script, imports: [] },
      routes: Object.fromEntries(
        Object.values(routes).map(({ module, ...route }) => [
          route.id,
          { ...route, ...halvesOf(module), module: script },
        ]),
      ),
    },
  };
}

const halvesOf = (module: RouteModule) => ({
  hasAction: "action" in module,
  hasLoader: "loader" in module,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: "ErrorBoundary" in module,
});

/** Every route that has an address of its own: layouts are met under their children. */
export function addressesOf({ routes }: ServerBuild): readonly AppRoute[] {
  const parents = new Set(Object.values(routes).map(({ parentId }) => parentId));
  return Object.values(routes)
    .filter(({ id }) => id !== "root" && !(parents.has(id) && !("default" in (routes[id]?.module ?? {}))))
    .map(({ id, module }) => ({ id, pattern: patternOf(routes, id), hasAction: "action" in module }));
}

function patternOf(routes: Routes, id: string): string {
  const route = routes[id];
  if (!route || id === "root") return "";
  return `${patternOf(routes, route.parentId ?? "root")}${route.path ? `/${route.path}` : ""}`;
}
