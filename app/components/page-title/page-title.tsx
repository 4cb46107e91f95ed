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
    <header className="mb-6 flex flex-wrap items-end justify-between gap-4 *:min-w-0">
      <div className="stack-2">
        {above && <p className="text-soft">{above}</p>}
        <h1>{title}</h1>
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
      {actions && <div className="row">{actions}</div>}
    </header>
  );
}
