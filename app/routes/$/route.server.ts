import { data } from "@remix-run/node";

/** Any address that no page has. */
export function loader(): never {
  throw data(null, { status: 404 });
}

export function action(): never {
  throw data(null, { status: 404 });
}
