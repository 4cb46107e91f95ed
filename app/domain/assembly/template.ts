import { keysOf } from "../kernel/entries-of";
import { onlineAssembly } from "./template-online-assembly";
import type { Template } from "./template-shape";
import { studentConvention } from "./template-student-convention";

/** What an assembly may begin from; every date and text is edited later. */
export const templates = {
  "online-assembly": onlineAssembly,
  "student-convention": studentConvention,
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof templates;
export const templateNames = keysOf(templates);
