import { data, type ServerBuild } from "@remix-run/node";
import type { Refusal } from "~/app/domain/kernel/refusal";
import { statusOf } from "./reply";

type Routes = ServerBuild["routes"];
type Handler = NonNullable<Routes[string]["module"]["loader"]>;

/** Which refusal an error of the stores amounts to; undefined when it is a fault of ours. */
export type RefusalOf = (error: unknown) => Refusal | undefined;

/**
 * The same pages, where a store that cannot serve just now is a refusal with its sentence and status (503, 507), whichever loader or
 * action met it, and not an error of ours (500). Commands answer it themselves, beside what was typed.
 */
export function withStorageRefusals(build: ServerBuild, refusalOf: RefusalOf): ServerBuild {
  const guarded = (handler: Handler | undefined): Handler | undefined =>
    handler &&
    (async (args) => {
      try {
        return await handler(args);
      } catch (error) {
        const refusal = refusalOf(error);
        if (!refusal) throw error;
        args.context.log.warn({ err: error, refusal: refusal.code }, "a store could not serve");
        throw data({ refusal }, { status: statusOf(refusal) });
      }
    });
  const routes: Routes = {};
  for (const [id, route] of Object.entries(build.routes)) {
    const { loader, action } = route.module;
    routes[id] = {
      ...route,
      module: {
        ...route.module,
        ...(loader && { loader: guarded(loader) }),
        ...(action && { action: guarded(action) }),
      } as Routes[string]["module"],
    };
  }
  return { ...build, routes };
}
