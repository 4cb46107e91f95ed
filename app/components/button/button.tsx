import type { ButtonHTMLAttributes, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {
  readonly icon?: ReactNode;
}

export function Button({ tone, big, icon, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={buttonClass({ tone, big }, className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}
