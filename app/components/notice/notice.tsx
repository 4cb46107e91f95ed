import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

const icons = { info: Info, warn: TriangleAlert, danger: OctagonAlert, done: CircleCheck } as const;

export interface NoticeProps {
  readonly tone: keyof typeof icons;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Read out when it appears. */
  readonly live?: boolean;
}

export function Notice({ tone, title, children, live = false }: NoticeProps) {
  const Icon = icons[tone];
  const role = live ? (tone === "danger" ? "alert" : "status") : undefined;
  return (
    <div className={`notice ${tone}`} role={role}>
      <Icon aria-hidden="true" />
      <div className="stack-2">
        {title && (
          <p>
            <strong>{title}</strong>
          </p>
        )}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
