export { action, loader } from "./route.server";

/** Never shown: both ways lead elsewhere. */
export default function SignOut() {
  return null;
}
