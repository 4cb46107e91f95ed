import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "~/app/components/card/card";

export interface StepCardProps {
  readonly title: string;
  /** Said when it works. */
  readonly works?: string | false | undefined;
  readonly children?: ReactNode;
}

/** One thing that is tried. */
export function StepCard({ title, works, children }: StepCardProps) {
  return (
    <Card title={title}>
      {children}
      <p role="status" className={works ? "row" : "sr-only"}>
        {works && (
          <>
            <CircleCheck aria-hidden="true" className="text-ok" />
            <strong>{works}</strong>
          </>
        )}
      </p>
    </Card>
  );
}
