import type { ReactNode } from "react";

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** Something shown on demand, with or without JavaScript. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details open={open}>
      <summary className="min-h-target py-[0.6rem] font-semibold text-accent">{summary}</summary>
      <div className="stack-4 pb-3">{children}</div>
    </details>
  );
}
