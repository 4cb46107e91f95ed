import { Printer } from "lucide-react";
import type { ReactNode } from "react";
import { useHydrated } from "~/app/hooks/use-hydrated";
import { Button } from "./button";
import type { ButtonTone } from "./button-class";

export interface PrintButtonProps {
  readonly tone?: ButtonTone;
  readonly children: ReactNode;
}

/** Opens the browser's print dialog; without JavaScript the browser's own menu does. */
export function PrintButton({ tone = "plain", children }: PrintButtonProps) {
  if (!useHydrated()) return null;
  return (
    <Button tone={tone} icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
