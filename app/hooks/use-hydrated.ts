import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether JavaScript runs on this page: false on the server and while hydrating, then true. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
