import type { Expected } from "./route.server";

/** Where something expected is done, below the assembly. */
export function expectedPath(item: Expected): string {
  switch (item.kind) {
    case "device-check":
      return "device-check";
    case "material":
      return `learn/${item.id}`;
    case "task":
      return `tasks/${item.id}`;
    case "recommendation":
      return `recommendation/${item.id}`;
    case "vote":
      return `vote/${item.id}`;
    case "questions":
      return "questions";
  }
}
