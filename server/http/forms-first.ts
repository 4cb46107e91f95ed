import type { ActionFunction, ActionFunctionArgs, ServerBuild } from "@remix-run/node";
import { type BodyLimit, bodyLimitOf } from "./body-limits";
import { isMultipart } from "./read-upload";
import { refusedBody } from "./reply";
import { ReadRequest, takeForm } from "./take-form";

/**
 * The same build, in which each action is handed a form that has been read: within its limits, whole, and not broken. Remix knows nothing
 * that comes before an action; here no action, also none that is written tomorrow, meets a body that nobody measured.
 */
export function formsFirst(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    const { action } = route?.module ?? {};
    if (!route || !action) return [id, route] as const;
    return [id, { ...route, module: { ...route.module, action: withForm(action, bodyLimitOf(id)) } }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function withForm(action: ActionFunction, limit: BodyLimit): ActionFunction {
  return async (args: ActionFunctionArgs) => {
    const { request } = args;
    // A large file is taken in by the route, once it knows that whoever asks may send one.
    if (limit.uploadBytes !== undefined && isMultipart(request)) return action(args);
    const form = await takeForm(request, limit);
    if (!form.ok) throw refusedBody(form.refusal);
    return action({ ...args, request: new ReadRequest(request, form.value) });
  };
}
