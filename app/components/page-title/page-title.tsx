import type { ReactNode } from "react";

export interface PageTitleProps {
  readonly title: ReactNode;
  /** A quiet line over the title: where one is. */
  readonly above?: ReactNode;
  readonly actions?: ReactNode;
  /** Under the title: what this page is for. */
  readonly children?: ReactNode;
}

export function PageTitle({ title, above, actions, children }: PageTitleProps) {
  return (
    <header className="page-title">
      <div className="stack-s">
        {above && <p className="soft">{above}</p>}
        <h1>{title}</h1>
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
      {actions && <div className="row">{actions}</div>}
    </header>
  );
}
