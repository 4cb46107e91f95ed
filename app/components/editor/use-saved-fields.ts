import { useState, useSyncExternalStore } from "react";
import { base64url } from "~/app/domain/kernel/ids";
import { FieldSaver, type FieldSaverOptions, type FieldsView } from "./field-saver";

/** Short fields that save themselves while they are typed. The options are read once. */
export function useSavedFields(
  options: Omit<FieldSaverOptions, "newCommandId">,
): FieldsView & { readonly saver: FieldSaver } {
  const [saver] = useState(() => new FieldSaver({ ...options, newCommandId }));
  const view = useSyncExternalStore(saver.subscribe, saver.view, saver.view);
  return { ...view, saver };
}

const newCommandId = (): string => base64url(crypto.getRandomValues(new Uint8Array(16)));
