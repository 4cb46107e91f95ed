import type { z } from "zod";
import { liveCommands } from "~/realtime/protocol/commands";
import { ordersOf } from "./from-schema";
import type { AppRoute } from "./remix-build";

/** What one form of a route asks for: fields by a schema, or a live command. */
export type FormOrder =
  | { readonly kind: "fields"; readonly schema: z.core.$ZodType }
  | { readonly kind: "live"; readonly name: string; readonly schema: z.core.$ZodType };

const modules = import.meta.glob<Readonly<Record<string, unknown>>>("/app/routes/*/form.ts", { eager: true });
const servers = import.meta.glob<string>("/app/routes/*/route.server.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

const isSchema = (value: unknown): value is z.core.$ZodType =>
  typeof value === "object" && value !== null && "_zod" in value;

/** Routes that act and read no field but the command's id, or none. */
const readNothing = ["routes/$", "routes/$lang.sign-out"];

/**
 * The orders of a route's forms, from its `form.ts`: every schema it exports, each by its kinds; where its action is that of a session's
 * pages, every live command. Throws for a route that acts without any: its schema belongs into `form.ts`.
 */
export function formOrders({ id, hasAction }: AppRoute): readonly FormOrder[] {
  if (!hasAction || readNothing.includes(id)) return [];
  if (/\bliveAction\b/.test(servers[`/app/${id}/route.server.ts`] ?? ""))
    return Object.entries(liveCommands).map(([name, schema]) => ({ kind: "live", name, schema }));
  const module = modules[`/app/${id}/form.ts`];
  if (!module) throw new Error(`${id} acts, and has no form.ts`);
  const schemas = Object.values(module).filter(isSchema);
  if (schemas.length === 0) throw new Error(`${id}/form.ts exports no schema`);
  return schemas.flatMap(ordersOf).map((schema) => ({ kind: "fields", schema }));
}
