export { loader } from "./route.server";

/** Nothing is ever shown here; without a page of its own, Remix would answer a refusal as data and not as an error page. */
export default function Index() {
  return null;
}
