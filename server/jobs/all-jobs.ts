import type { App } from "../context";
import type { Job } from "./jobs";

/** Every job of the installation. */
export function allJobs(_app: App): Job[] {
  return [];
}
