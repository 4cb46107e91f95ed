import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What a list says when it is empty: what will stand here, and how it comes about. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="stack-2 rounded-m border-[1.5px] border-dashed border-line px-6 py-8 text-center [&_p]:mx-auto">
      <p className="text-l">
        <strong>{title}</strong>
      </p>
      {children && <div className="text-soft">{typeof children === "string" ? <p>{children}</p> : children}</div>}
      {action && <div className="row justify-center">{action}</div>}
    </div>
  );
}
