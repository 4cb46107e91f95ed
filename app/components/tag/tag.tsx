import type { ReactNode } from "react";

export interface TagProps {
  readonly tone?: "wash" | "plain" | "now" | "ok" | "danger";
  readonly children: ReactNode;
}

export function Tag({ tone = "wash", children }: TagProps) {
  return <span className={tone === "wash" ? "tag" : `tag ${tone}`}>{children}</span>;
}
