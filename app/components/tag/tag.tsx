import type { ReactNode } from "react";

export interface TagProps {
  readonly tone?: "wash" | "plain" | "now" | "ok" | "danger";
  readonly children: ReactNode;
}

const tones = {
  wash: "bg-accent-wash text-ink",
  plain: "bg-sunk text-ink",
  now: "bg-glow text-glow-ink",
  ok: "border-[1.5px] border-ok text-ok",
  danger: "border-[1.5px] border-danger text-danger",
} as const;

/** A word or two; in a table it stays on one line where there is room. */
export function Tag({ tone = "wash", children }: TagProps) {
  return (
    <span
      className={`inline-flex items-center gap-[0.4rem] rounded-full px-3 py-[0.15rem] text-s font-semibold wrap-anywhere sm:in-[.table]:whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
