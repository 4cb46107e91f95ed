import type { ReactNode } from "react";

export interface EmptyStateProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What a list says when it is empty: what will stand here, and how it comes about. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state stack-s">
      <p className="lead">
        <strong>{title}</strong>
      </p>
      {children && <div className="soft">{typeof children === "string" ? <p>{children}</p> : children}</div>}
      {action && <div className="row justify-center">{action}</div>}
    </div>
  );
}
