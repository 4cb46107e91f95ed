import type { ReactNode } from "react";

export interface DisclosureProps {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** Something shown on demand, with or without JavaScript. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={open}>
      <summary>{summary}</summary>
      <div className="stack-4">{children}</div>
    </details>
  );
}
