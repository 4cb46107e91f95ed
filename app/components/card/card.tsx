import { type ReactNode, useId } from "react";

export interface CardProps {
  readonly title?: ReactNode;
  readonly level?: 2 | 3;
  readonly id?: string;
  readonly className?: string;
  /** Short lines that belong together. */
  readonly dense?: boolean;
  /** Stands at the end of the title's line. */
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

/** Something one can act on; a section named by its title. */
export function Card({ title, level = 2, id, className = "", dense = false, actions, children }: CardProps) {
  const titleId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      id={id}
      className={`card ${dense ? "stack-2" : "stack-4"} ${className}`.trim()}
      aria-labelledby={title ? titleId : undefined}
    >
      {(title || actions) && (
        <div className="row justify-between">
          {title && <Heading id={titleId}>{title}</Heading>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
