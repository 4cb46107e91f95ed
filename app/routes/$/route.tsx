export { action, loader } from "./route.server";

/** Never shown: the loader answers 404 and the root says so. */
export default function UnknownPage() {
  return null;
}
