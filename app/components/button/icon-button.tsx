import type { ButtonHTMLAttributes } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {
  /** What it does, for readers and on hover. */
  readonly label: string;
  readonly pressed?: boolean;
}

/** A round button with an icon alone: microphone and camera only; everything else has words. */
export function IconButton({ label, pressed, tone, big, className, children, ...rest }: IconButtonProps) {
  const look = buttonClass({ tone, big }, `icon ${className ?? ""}`.trim());
  return (
    <button type="button" aria-label={label} title={label} aria-pressed={pressed} className={look} {...rest}>
      {children}
    </button>
  );
}
